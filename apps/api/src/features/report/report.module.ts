import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { AttemptModule } from '../attempt/attempt.module';
import { CohortModule } from '../cohort/cohort.module';
import { CorrectionResolver } from './correction.resolver';
import { Corrections, RESCORE } from './corrections';
import { Release } from './release';
import { ReleaseResolver } from './release.resolver';
import { ReportItemResolver } from './report-item.resolver';
import { ReportMail } from './report-mail';
import { ReportResolver } from './report.resolver';
import { Reports } from './reports';
import { Rescoring } from './rescoring';

/** Reports of attempts, and what changes their scores afterwards. */
@Module({
  imports: [AttemptModule, CohortModule],
  providers: [
    CorrectionResolver,
    Corrections,
    Release,
    ReleaseResolver,
    ReportItemResolver,
    ReportMail,
    ReportResolver,
    Reports,
    Rescoring,
  ],
})
export class ReportModule {
  constructor(jobs: BackgroundJobs, rescoring: Rescoring, mail: ReportMail) {
    mail.register();
    jobs.handle(RESCORE, ({ correctionId }) => rescoring.run(correctionId));
  }
}
