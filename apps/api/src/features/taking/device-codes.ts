import {
  CandidateCodeRepository,
  type CandidateCodeId,
  type Clock,
  Database,
  type InvitedRow,
  newId,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { LinkTokens } from '../../platform/access/link-token';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { mailRouteOf } from '../mail/mail-route';
import { Mails } from '../mail/mails';
import { digitsOfCode, isSameCode } from './code-digits';

/** Codes by mail for a candidate's second device. A code is computed from its id and the secret, and not stored. */
@Injectable()
export class DeviceCodes {
  constructor(
    private readonly db: Database,
    private readonly tokens: LinkTokens,
    private readonly mails: Mails,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** False on an installation that sends no mail. */
  get canBeSent(): boolean {
    return mailRouteOf(this.settings) !== 'none';
  }

  async send({ id: invitationId, organizationId, email }: InvitedRow): Promise<void> {
    await this.db.transaction(async (tx) => {
      const id = newId<CandidateCodeId>(this.clock);
      const code = { id, organizationId, invitationId, createdAt: this.clock.now() };
      await tx.repo(CandidateCodeRepository).insert(code);
      await this.mails.queue(tx, { kind: 'deviceCode', subjectId: id, to: email, organizationId });
    });
  }

  /** Counts the try. True once for the newest code of the invitation, while it is good. */
  async use(invited: InvitedRow, typed: string): Promise<boolean> {
    const codes = this.db.repo(CandidateCodeRepository);
    const codeId = await codes.take(invited.id, this.clock.now());
    return codeId !== null && isSameCode(this.digitsOf(codeId), typed) && codes.use(codeId, this.clock.now());
  }

  /** The digits of a code; null once it can no longer be used. */
  async digitsToSend(codeId: string): Promise<string | null> {
    const isOpen = await this.db.repo(CandidateCodeRepository).isOpen(codeId, this.clock.now());
    return isOpen ? this.digitsOf(codeId) : null;
  }

  private digitsOf(codeId: string): string {
    return digitsOfCode(this.tokens, 'device code', codeId);
  }
}
