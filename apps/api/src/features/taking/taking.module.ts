import { Module } from '@nestjs/common';
import type { Ctx } from '../../access/context';
import { Downloads } from '../../platform/http/downloads';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { AttemptModule } from '../attempt/attempt.module';
import { CandidateInvitationModule } from '../candidate-invitation/candidate-invitation.module';
import { AssessmentStart } from './assessment-start';
import { CandidateAttemptResolver } from './candidate-attempt.resolver';
import { CandidateCopy } from './candidate-copy';
import { CandidateErasure } from './candidate-erasure';
import { CodeMail } from './code-mail';
import { DeviceCodes } from './device-codes';
import { CheckIn } from './check-in';
import { CheckInResolver } from './check-in.resolver';
import { Declining } from './declining';
import { InvitationAttemptResolver } from './invitation-attempt.resolver';
import { Entering } from './entering';
import { InvitedResolver } from './invited.resolver';
import { Links } from './links';
import { MoreTimeResolver } from './more-time.resolver';
import { PublicSeats } from './public-seats';
import { SeatCodes } from './seat-codes';
import { SeatResolver } from './seat.resolver';
import { SectionEntry } from './section-entry';
import { SectionResolver } from './section.resolver';
import { TakenAssessmentResolver } from './taken-assessment.resolver';
import { TakingResolver } from './taking.resolver';

const COPY = { name: 'my-candidate-data.json', type: 'application/json' } as const;

/** A candidate takes an assessment: the link, the start, the rules of the attempt, and its total for the organization. */
@Module({
  imports: [AttemptModule, CandidateInvitationModule],
  providers: [
    TakingResolver,
    CheckInResolver,
    InvitedResolver,
    TakenAssessmentResolver,
    SectionEntry,
    SectionResolver,
    CandidateAttemptResolver,
    InvitationAttemptResolver,
    Links,
    Entering,
    DeviceCodes,
    AssessmentStart,
    CheckIn,
    Declining,
    CandidateErasure,
    CodeMail,
    SeatResolver,
    MoreTimeResolver,
    PublicSeats,
    SeatCodes,
    CandidateCopy,
  ],
  exports: [CandidateCopy, CandidateErasure],
})
export class TakingModule {
  constructor(jobs: BackgroundJobs, codes: SeatCodes, checkIn: CheckIn, downloads: Downloads, copy: CandidateCopy) {
    downloads.add({ ...COPY, open: (_query, context) => copy.open(context as Ctx) });
    jobs.add({ name: 'deleteSeatCodes', cron: '47 * * * *', run: () => codes.deleteOld() });
    jobs.add({ name: 'deleteTrials', cron: '17 * * * *', run: () => checkIn.deleteOld() });
  }
}
