import type { Database, InvitationId, OrganizationId, PublicLinkId } from '@holdout/persistence';
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
    for (const { id, email, organizationId } of invitations) {
      await this.mails.queue(tx, { kind, subjectId: id, to: email, organizationId, ...(runAt ? { runAt } : {}) });
    }
  }

  private urlWith(token: string): string {
    return `${this.settings.publicUrl}/i/${token}`;
  }
}
