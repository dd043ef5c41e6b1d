import { Module } from '@nestjs/common';
import type { Ctx } from '../../access/context';
import { Downloads } from '../../platform/http/downloads';
import { CandidateInvitationMail } from './candidate-invitation-mail';
import { CandidateInvitationResolver } from './candidate-invitation.resolver';
import { CandidateInvitations } from './candidate-invitations.service';
import { CandidateLinks } from './candidate-links';
import { CandidateResolver } from './candidate.resolver';
import { InvitationsExport } from './invitations-export';
import { Inviting } from './inviting';
import { PublicLinkResolver } from './public-link.resolver';
import { PublicLinks } from './public-links';

const EXPORT = { name: 'candidate-invitations.csv', type: 'text/csv; charset=utf-8' } as const;
const RESOLVERS = [CandidateInvitationResolver, CandidateResolver, PublicLinkResolver];

@Module({
  providers: [
    CandidateInvitationMail,
    CandidateInvitations,
    CandidateLinks,
    InvitationsExport,
    Inviting,
    PublicLinks,
    ...RESOLVERS,
  ],
  exports: [CandidateLinks],
})
export class CandidateInvitationModule {
  constructor(mail: CandidateInvitationMail, downloads: Downloads, invitations: InvitationsExport) {
    mail.register();
    downloads.add({ ...EXPORT, open: (query, context) => invitations.csv(query, context as Ctx) });
  }
}
