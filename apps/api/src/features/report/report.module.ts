import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { AttemptModule } from '../attempt/attempt.module';
import { CorrectionResolver } from './correction.resolver';
import { Corrections, RESCORE } from './corrections';
import { Rescoring } from './rescoring';

/** Reports of attempts, and what changes their scores afterwards. */
@Module({
  imports: [AttemptModule],
  providers: [CorrectionResolver, Corrections, Rescoring],
})
export class ReportModule {
  constructor(jobs: BackgroundJobs, rescoring: Rescoring) {
    jobs.handle(RESCORE, ({ correctionId }) => rescoring.run(correctionId));
  }
}
