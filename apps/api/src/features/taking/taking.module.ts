import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { AttemptModule } from '../attempt/attempt.module';
import { CandidateInvitationModule } from '../candidate-invitation/candidate-invitation.module';
import { AssessmentStart } from './assessment-start';
import { CandidateAttemptResolver } from './candidate-attempt.resolver';
import { CandidateErasure } from './candidate-erasure';
import { CodeMail } from './code-mail';
import { DeviceCodes } from './device-codes';
import { Declining } from './declining';
import { InvitationAttemptResolver } from './invitation-attempt.resolver';
import { InvitedResolver } from './invited.resolver';
import { Links } from './links';
import { PublicSeats } from './public-seats';
import { SeatCodes } from './seat-codes';
import { SeatResolver } from './seat.resolver';
import { TakenAssessmentResolver } from './taken-assessment.resolver';
import { TakingResolver } from './taking.resolver';

/** A candidate takes an assessment: the link, the start, the rules of the attempt, and its total for the organization. */
@Module({
  imports: [AttemptModule, CandidateInvitationModule],
  providers: [
    TakingResolver,
    InvitedResolver,
    TakenAssessmentResolver,
    CandidateAttemptResolver,
    InvitationAttemptResolver,
    Links,
    DeviceCodes,
    AssessmentStart,
    Declining,
    CandidateErasure,
    CodeMail,
    SeatResolver,
    PublicSeats,
    SeatCodes,
  ],
  exports: [CandidateErasure],
})
export class TakingModule {
  constructor(jobs: BackgroundJobs, codes: SeatCodes) {
    jobs.add({ name: 'deleteSeatCodes', cron: '47 * * * *', run: () => codes.deleteOld() });
  }
}
