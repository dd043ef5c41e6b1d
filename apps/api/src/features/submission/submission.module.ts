import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { QuestionBankModule } from '../question-bank/question-bank.module';
import { GradeIntake } from './grade-intake';
import { GradeIntakeStart } from './grade-intake-start';
import { GradingStatus } from './grading-status';
import { InstallationResolver } from './installation.resolver';
import { ItemSubmissionsResolver } from './item-submissions.resolver';
import { QueuePlaces } from './queue-places';
import { QueueReadiness } from './queue-readiness';
import { SubmissionFieldsResolver } from './submission-fields.resolver';
import { SubmissionWatch } from './submission-watch';
import { SubmissionResolver } from './submission.resolver';
import { SubmissionService } from './submission.service';

@Module({
  imports: [AttemptModule, QuestionBankModule],
  providers: [
    SubmissionResolver,
    SubmissionFieldsResolver,
    ItemSubmissionsResolver,
    InstallationResolver,
    SubmissionService,
    SubmissionWatch,
    GradingStatus,
    GradeIntake,
    GradeIntakeStart,
    QueuePlaces,
    QueueReadiness,
  ],
})
export class SubmissionModule {}
