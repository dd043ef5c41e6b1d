import { Inject, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '../../platform/app-options';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { AssessmentModule } from '../assessment/assessment.module';
import { DemoOrganization } from './demo-organization';
import { MAKE_DEMO } from './make-demo';

/** The demo organization of local mode. */
@Module({ imports: [AssessmentModule], providers: [DemoOrganization] })
export class DemoModule {
  constructor(jobs: BackgroundJobs, demo: DemoOrganization, @Inject(LOG) log: Logger) {
    jobs.handle(MAKE_DEMO, () => demo.fill(log));
  }
}
