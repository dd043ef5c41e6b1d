import type { Database, InvitationId, WaitingInvitation } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { LinkTokens } from '../../platform/access/link-token';
import { SETTINGS } from '../../platform/app-options';
import { Mails } from '../mail/mails';

type Linked = { readonly id: InvitationId; readonly generation: number };
type Mailed = Pick<WaitingInvitation, 'id' | 'email' | 'organizationId'>;

/** The links of invitations to become a member, and the mails that carry them. */
@Injectable()
export class MemberInvitationLinks {
  constructor(
    private readonly mails: Mails,
    private readonly tokens: LinkTokens,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /** How the links reach people: by mail, or shown to be copied. */
  get source(): 'mail' | 'link' {
    return this.mails.isOn ? 'mail' : 'link';
  }

  tokenOf({ id, generation }: Linked): string {
    return this.tokens.of('member-invitation', id, generation);
  }

  urlOf(invitation: Linked): string {
    return `${this.settings.publicUrl}/join/${this.tokenOf(invitation)}`;
  }

  /** Queues the mail with the link, if mail is on. */
  async post(tx: Database, { id, email, organizationId }: Mailed): Promise<void> {
    if (!this.mails.isOn) return;
    await this.mails.queue(tx, { kind: 'memberInvitation', subjectId: id, to: email, organizationId });
  }
}
