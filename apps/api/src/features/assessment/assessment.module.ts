import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { AttemptModule } from '../attempt/attempt.module';
import { QuestionBankModule } from '../question-bank/question-bank.module';
import { AssessmentResolver } from './assessment.resolver';
import { AssessmentService } from './assessment.service';
import { AssessmentPreview } from './assessment-preview';
import { BankSearch } from './bank-search';
import { Blueprints } from './blueprints';
import { BuilderResolver } from './builder.resolver';
import { DraftResolver } from './draft.resolver';
import { DraftService } from './draft.service';
import { PreviewedAttemptResolver } from './previewed-attempt.resolver';
import { PreviewTime } from './preview-time';
import { PreviewResolver } from './preview.resolver';
import { Publishing } from './publishing';
import { QuestionPreview } from './question-preview';
import { VersionResolver } from './version.resolver';
import { VersionWatch } from './version-watch';

const RESOLVERS = [
  AssessmentResolver,
  BuilderResolver,
  DraftResolver,
  PreviewedAttemptResolver,
  PreviewResolver,
  VersionResolver,
];
const SERVICES = [
  AssessmentPreview,
  AssessmentService,
  BankSearch,
  Blueprints,
  DraftService,
  PreviewTime,
  Publishing,
  QuestionPreview,
  VersionWatch,
];

@Module({
  imports: [AttemptModule, QuestionBankModule],
  providers: [...RESOLVERS, ...SERVICES],
  exports: [AssessmentService, DraftService, Publishing],
})
export class AssessmentModule {
  constructor(jobs: BackgroundJobs, previews: AssessmentPreview) {
    jobs.add({ name: 'deleteOldPreviews', cron: '17 * * * *', run: () => previews.deleteOld() });
  }
}
