import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { AssessmentStart } from './assessment-start';
import { CandidateAttemptResolver } from './candidate-attempt.resolver';
import { CandidateErasure } from './candidate-erasure';
import { CodeMail } from './code-mail';
import { DeviceCodes } from './device-codes';
import { Declining } from './declining';
import { InvitationAttemptResolver } from './invitation-attempt.resolver';
import { InvitedResolver } from './invited.resolver';
import { Links } from './links';
import { TakenAssessmentResolver } from './taken-assessment.resolver';
import { TakingResolver } from './taking.resolver';

/** A candidate takes an assessment: the link, the start, the rules of the attempt, and its total for the organization. */
@Module({
  imports: [AttemptModule],
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
  ],
  exports: [CandidateErasure],
})
export class TakingModule {}
