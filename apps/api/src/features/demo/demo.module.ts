import { Database } from '@holdout/persistence';
import { Inject, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '../../platform/app-options';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { AssessmentModule } from '../assessment/assessment.module';
import { CandidateLinks } from '../candidate-invitation/candidate-links';
import { Inviting } from '../candidate-invitation/inviting';
import { DemoFilling } from './demo-filling';
import { DemoInvitations } from './demo-invitations';
import { DemoOrganization } from './demo-organization';
import { MAKE_DEMO } from './make-demo';
import { SimulatedCohort } from './simulated/simulated-cohort';

const LOOK_MS = 3_000;

/** The demo organization of local mode. */
@Module({
  imports: [AssessmentModule],
  providers: [CandidateLinks, DemoFilling, DemoInvitations, DemoOrganization, Inviting, SimulatedCohort],
})
export class DemoModule {
  constructor(
    jobs: BackgroundJobs,
    private readonly filling: DemoFilling,
    private readonly db: Database,
    @Inject(LOG) private readonly log: Logger,
  ) {
    jobs.handle(MAKE_DEMO, () => this.fill());
  }

  /** A job of its own looks again for the hidden data, so that no worker waits for a grader. */
  private async fill(): Promise<void> {
    if (await this.filling.fill(this.log)) return;
    await this.db.transaction((tx) => MAKE_DEMO.add(tx, {}, { runAt: new Date(Date.now() + LOOK_MS) }));
  }
}
