import { Module } from '@nestjs/common';
import { CandidateInvitationMail } from './candidate-invitation-mail';
import { CandidateInvitationResolver } from './candidate-invitation.resolver';
import { CandidateInvitations } from './candidate-invitations.service';
import { CandidateLinks } from './candidate-links';
import { CandidateResolver } from './candidate.resolver';
import { Inviting } from './inviting';
import { PublicLinkResolver } from './public-link.resolver';
import { PublicLinks } from './public-links';

const RESOLVERS = [CandidateInvitationResolver, CandidateResolver, PublicLinkResolver];

@Module({
  providers: [CandidateInvitationMail, CandidateInvitations, CandidateLinks, Inviting, PublicLinks, ...RESOLVERS],
})
export class CandidateInvitationModule {
  constructor(mail: CandidateInvitationMail) {
    mail.register();
  }
}
