import { Module } from '@nestjs/common';
import { Founding } from './founding.service';
import { FoundingResolver, OrganizationSettingsResolver } from './founding.resolver';
import { InvitationResolver } from './invitation.resolver';
import { InvitationService } from './invitation.service';
import { MemberInvitationLinks } from './member-invitation-links';
import { MemberInvitationMail } from './member-invitation-mail';
import { MemberInvitationResolver } from './member-invitation.resolver';
import { MemberInvitations } from './member-invitations.service';
import { MemberResolver } from './member.resolver';
import { Members } from './members.service';
import { MembershipResolver, OrganizationResolver } from './organization.resolver';
import { OrganizationSettingsService } from './organization-settings.service';

const RESOLVERS = [
  FoundingResolver,
  InvitationResolver,
  MemberInvitationResolver,
  MemberResolver,
  MembershipResolver,
  OrganizationResolver,
  OrganizationSettingsResolver,
];

@Module({
  providers: [
    Founding,
    InvitationService,
    MemberInvitationLinks,
    MemberInvitationMail,
    MemberInvitations,
    Members,
    OrganizationSettingsService,
    ...RESOLVERS,
  ],
  exports: [InvitationService],
})
export class OrganizationModule {
  constructor(mail: MemberInvitationMail) {
    mail.register();
  }
}
