import type {
  CandidateInvitationRow,
  Database,
  InvitationId,
  OrganizationId,
  PublicLinkId,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { LinkTokens } from '../../platform/access/link-token';
import { SETTINGS } from '../../platform/app-options';
import { Mails } from '../mail/mails';

type Linked = { readonly id: InvitationId; readonly generation: number };
type Mailed = { readonly id: InvitationId; readonly email: string; readonly organizationId: OrganizationId };

/** The links of candidates' invitations and of public links, and the mails that carry them. */
@Injectable()
export class CandidateLinks {
  constructor(
    private readonly mails: Mails,
    private readonly tokens: LinkTokens,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  get sendsMail(): boolean {
    return this.mails.isOn;
  }

  /** Whether a member passes the link on, because no mail carries it. */
  isPassedOn({ source }: Pick<CandidateInvitationRow, 'source'>): boolean {
    return source === 'link' || (source === 'mail' && !this.sendsMail);
  }

  tokenOf({ id, generation }: Linked): string {
    return this.tokens.of('candidate-invitation', id, generation);
  }

  urlOf(invitation: Linked): string {
    return this.urlWith(this.tokenOf(invitation));
  }

  publicTokenOf({ id, generation }: { readonly id: PublicLinkId; readonly generation: number }): string {
    return this.tokens.of('public-link', id, generation);
  }

  publicUrlOf(link: { readonly id: PublicLinkId; readonly generation: number }): string {
    return this.urlWith(this.publicTokenOf(link));
  }

  /** Queues one mail for each invitation; they leave at `runAt`, or now. */
  async sendAll(
    tx: Database,
    kind: 'candidateInvitation' | 'candidateReminder',
    invitations: readonly Mailed[],
    runAt?: Date,
  ): Promise<void> {
    const when = runAt ? { runAt } : {};
    await this.mails.queueAll(
      tx,
      invitations.map(({ id, email, organizationId }) => ({ kind, subjectId: id, to: email, organizationId, ...when })),
    );
  }

  private urlWith(token: string): string {
    return `${this.settings.publicUrl}/i/${token}`;
  }
}
