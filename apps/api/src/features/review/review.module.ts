import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { AttemptModule } from '../attempt/attempt.module';
import { Calibrating } from './calibrating';
import { DecidingResolver } from './deciding.resolver';
import { Marking } from './marking';
import { MarkingResolver } from './marking.resolver';
import { MarkingQueues } from './marking-queues';
import { PlanResolver } from './plan.resolver';
import { ReviewPlans } from './plan-view';
import { Planning } from './planning';
import { Resolving } from './resolving';
import { Settling } from './settling';

/** People mark the answers that no key decides. */
@Module({
  imports: [AttemptModule],
  providers: [
    PlanResolver,
    Planning,
    ReviewPlans,
    MarkingResolver,
    DecidingResolver,
    MarkingQueues,
    Marking,
    Calibrating,
    Resolving,
    Settling,
  ],
})
export class ReviewModule {
  constructor(jobs: BackgroundJobs, planning: Planning) {
    // Whether a total is near the pass line may be known only after the grading of code, which settles no marks.
    jobs.add({ name: 'settleReviews', cron: '*/5 * * * *', run: () => planning.settleAll(null) });
  }
}
