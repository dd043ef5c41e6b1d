import { Module } from '@nestjs/common';
import type { Ctx } from '../../access/context';
import { Downloads } from '../../platform/http/downloads';
import { AttemptModule } from '../attempt/attempt.module';
import { CandidateInvitationMail } from './candidate-invitation-mail';
import { CandidateInvitationResolver } from './candidate-invitation.resolver';
import { CandidateInvitations } from './candidate-invitations.service';
import { CandidateLinks } from './candidate-links';
import { CandidateResolver } from './candidate.resolver';
import { InvitationRows, InvitationsExport } from './invitations-export';
import { Inviting } from './inviting';
import { PublicLinkResolver } from './public-link.resolver';
import { PublicLinks } from './public-links';
import { TimeAllowances } from './time-allowances';
import { TimeRequestMail } from './time-request-mail';
import { TimeRequestResolver } from './time-request.resolver';
import { TimeRequests } from './time-requests';

const EXPORT = { name: 'candidate-invitations.csv', type: 'text/csv; charset=utf-8' } as const;
const RESOLVERS = [CandidateInvitationResolver, CandidateResolver, PublicLinkResolver, TimeRequestResolver];

@Module({
  imports: [AttemptModule],
  providers: [
    CandidateInvitationMail,
    CandidateInvitations,
    CandidateLinks,
    InvitationRows,
    InvitationsExport,
    Inviting,
    PublicLinks,
    TimeAllowances,
    TimeRequests,
    TimeRequestMail,
    ...RESOLVERS,
  ],
  exports: [CandidateLinks, TimeRequests],
})
export class CandidateInvitationModule {
  constructor(
    mail: CandidateInvitationMail,
    times: TimeRequestMail,
    downloads: Downloads,
    invitations: InvitationsExport,
  ) {
    mail.register();
    times.register();
    downloads.add({ ...EXPORT, open: (query, context) => invitations.csv(query, context as Ctx) });
  }
}
