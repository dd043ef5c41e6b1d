import {
  CandidateInvitationRepository,
  CandidateRepository,
  type Clock,
  Database,
  newId,
  parseId,
  PublicLinkRepository,
  type PublicLinkRow,
  type SeatCodeId,
  SeatCodeRepository,
  type SeatCodeRow,
} from '@holdout/persistence';
import { publicLinkState } from '@holdout/assessment';
import { Inject, Injectable } from '@nestjs/common';
import { LinkTokens } from '../../platform/access/link-token';
import { RateLimits } from '../../platform/access/rate-limits';
import { CLOCK } from '../../platform/app-options';
import { SEAT_CODE_WORDS as WORDS } from '../../messages/seat-code';
import type { MailContent } from '../mail/mail-content';
import { Mails } from '../mail/mails';
import { digitsOfCode, isSameCode } from './code-digits';
import { seatOf } from './seat-rules';

/** Generous for an address: a class may sit behind one. */
const CODES_PER_ADDRESS = { limit: 200, windowSeconds: 3600 } as const;
const TRIES_PER_ADDRESS = { limit: 400, windowSeconds: 3600 } as const;
/** A wait and no lock: someone else who names this mailbox must not keep its owner out. */
const CODES_PER_MAILBOX = { free: 5, windowSeconds: 3600, everySeconds: 300 } as const;

/** Personal data of people who never typed their code in. */
const KEPT_MS = 86_400_000;

type Typed = { readonly requestId: string; readonly typed: string; readonly address: string };
export type SeatPerson = { readonly email: string; readonly name: string };

/** Codes by mail that verify an address for a public link. */
@Injectable()
export class SeatCodes {
  constructor(
    private readonly db: Database,
    private readonly tokens: LinkTokens,
    private readonly mails: Mails,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    mails.register('seatCode', ({ subjectId }) => this.compose(subjectId));
  }

  /** Stores the request and queues its mail, for every address alike; whether it leaves is decided when it is composed. */
  async send(link: PublicLinkRow, person: SeatPerson, address: string): Promise<SeatCodeId> {
    await this.limits.take(`seat-code:${this.limits.ofAddress(address)}`, CODES_PER_ADDRESS);
    await this.limits.slowDown(`seat-code:${link.id}:${this.limits.hidden(person.email)}`, CODES_PER_MAILBOX);
    const { id: publicLinkId, organizationId } = link;
    return this.db.transaction(async (tx) => {
      const id = newId<SeatCodeId>(this.clock);
      const code = { id, organizationId, publicLinkId, ...person, createdAt: this.clock.now() };
      await tx.repo(SeatCodeRepository).insert(code);
      await this.mails.queue(tx, { kind: 'seatCode', subjectId: id, to: person.email, organizationId });
      return id;
    });
  }

  /** Counts the try. Null unless the code is right and can be used now; the caller marks it as used. */
  async check(link: PublicLinkRow, { requestId, typed, address }: Typed): Promise<SeatCodeRow | null> {
    await this.limits.take(`seat-try:${this.limits.ofAddress(address)}`, TRIES_PER_ADDRESS);
    const codeId = parseId<SeatCodeId>(requestId);
    if (codeId === null) return null;
    const code = await this.db.repo(SeatCodeRepository).take(link.id, codeId, this.clock.now());
    return code !== null && isSameCode(this.digitsOf(code), typed) ? code : null;
  }

  deleteOld(): Promise<void> {
    return this.db.repo(SeatCodeRepository).deleteBefore(new Date(this.clock.now().getTime() - KEPT_MS));
  }

  private digitsOf({ id }: SeatCodeRow): string {
    return digitsOfCode(this.tokens, 'seat code', id);
  }

  /** No mail if the code would open nothing: the link admits nobody new, and the address has no seat. */
  private async compose(codeId: string): Promise<MailContent | null> {
    const code = await this.db.repo(SeatCodeRepository).findOpen(codeId, this.clock.now());
    const link = code && (await this.db.repo(PublicLinkRepository).get(code.publicLinkId));
    if (code === null || link === null) return null;
    const isOpen = publicLinkState(link, this.clock.now()) === 'open';
    if (!isOpen && !(await this.isKnown(link, code.email))) return null;
    return {
      subject: WORDS.subject(link.title),
      blocks: [
        { kind: 'paragraph', text: WORDS.hello(code.name) },
        { kind: 'paragraph', text: WORDS.what(link.organizationName) },
        { kind: 'code', text: this.digitsOf(code) },
        { kind: 'paragraph', text: WORDS.notYou },
      ],
    };
  }

  private async isKnown({ organizationId, assessmentId }: PublicLinkRow, email: string): Promise<boolean> {
    const [candidate] = await this.db.repo(CandidateRepository).listByEmail(organizationId, [email]);
    if (candidate === undefined) return false;
    const invitations = this.db.repo(CandidateInvitationRepository);
    return seatOf(await invitations.listOfCandidate(assessmentId, candidate.id), this.clock.now()) !== null;
  }
}
