import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { Comparer } from './comparer';
import { COMPARE, Comparing } from './comparing';
import {
  SimilarityQuestionResolver,
  SimilarityResolver,
  SimilarPairResolver,
  SimilarProgramResolver,
} from './similarity.resolver';

const RESOLVERS = [SimilarityResolver, SimilarityQuestionResolver, SimilarPairResolver, SimilarProgramResolver];

/** Programs of an assessment that are alike (ADR 0043). */
@Module({ providers: [Comparer, Comparing, ...RESOLVERS] })
export class SimilarityModule {
  constructor(jobs: BackgroundJobs, comparing: Comparing) {
    jobs.handle(COMPARE, ({ runId }, tries) => comparing.run(runId, tries));
    jobs.add({ name: 'compareNewPrograms', cron: '*/10 * * * *', run: () => comparing.startWaiting() });
  }
}
