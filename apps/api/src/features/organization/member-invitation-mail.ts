import {
  AccountRepository,
  type Clock,
  Database,
  type InvitationId,
  InvitationRepository,
  OrganizationRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { MEMBER_INVITATION_WORDS as WORDS } from '../../messages/member-invitation';
import { CLOCK } from '../../platform/app-options';
import type { MailContent } from '../mail/mail-content';
import { Mails } from '../mail/mails';
import { MemberInvitationLinks } from './member-invitation-links';

/** The mail that invites a person to become a member. */
@Injectable()
export class MemberInvitationMail {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly links: MemberInvitationLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  register(): void {
    this.mails.register('memberInvitation', ({ subjectId }) => this.compose(subjectId as InvitationId));
  }

  /** Null once the invitation was accepted or withdrawn, or has expired. */
  private async compose(id: InvitationId): Promise<MailContent | null> {
    const invitation = await this.db.repo(InvitationRepository).findWaitingById(id);
    if (invitation === null || invitation.expiresAt <= this.clock.now() || invitation.source !== 'mail') return null;
    const organization = await this.db.repo(OrganizationRepository).find(invitation.organizationId);
    if (organization === null) return null;
    const { createdBy } = invitation;
    const inviter = createdBy === null ? null : await this.db.repo(AccountRepository).find(createdBy);
    const { timeZone, dateLocale } = await this.db.repo(OrganizationRepository).getSettings(organization.id);
    const until = new Intl.DateTimeFormat(dateLocale, { dateStyle: 'long', timeStyle: 'short', timeZone });
    return {
      subject: WORDS.subject(organization.name),
      blocks: [
        { kind: 'heading', text: WORDS.heading(organization.name) },
        { kind: 'paragraph', text: WORDS.who(inviter?.displayName ?? null, organization.name, invitation.roles) },
        { kind: 'button', label: WORDS.act, url: this.links.urlOf(invitation) },
        {
          kind: 'paragraph',
          text: WORDS.until(invitation.email, `${until.format(invitation.expiresAt)} (${timeZone})`),
        },
      ],
    };
  }
}
