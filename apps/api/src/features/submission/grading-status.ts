import type { QueueHealth } from '@holdout/job-queue';
import { Inject, Injectable } from '@nestjs/common';
import { JobQueue } from '@holdout/job-queue';
import { type Clock, Database, DrawRepository } from '@holdout/persistence';
import type { Profile, ProfileReport } from '@holdout/sandbox';
import type { Settings } from '@holdout/settings';
import type { GradingUnavailableReason, Runtime } from '../../generated/resolvers';
import { RUNTIMES } from '../question-bank/languages';
import { CLOCK, SETTINGS } from '../../platform/app-options';

const FRESH_MS = 1_000;

export type RuntimeStatus = {
  readonly runtime: Runtime;
  /** The best report of the live graders; null if none reports this runtime. */
  readonly report: ProfileReport | null;
  /** Why code cannot run in this runtime now; null if it can. */
  readonly reason: GradingUnavailableReason | null;
};

/** Whether code can be graded now, from the heartbeats of the graders. */
@Injectable()
export class GradingStatus {
  private known: { readonly at: number; readonly health: Promise<QueueHealth> } | null = null;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async runtimes(): Promise<readonly RuntimeStatus[]> {
    const health = await this.health();
    return (Object.keys(RUNTIMES) as Runtime[]).map((runtime) => this.statusOf(runtime, health));
  }

  /** Why a version cannot be graded now in a runtime with the data of a scope; null if it can. */
  async refusal(versionId: string, runtime: Runtime, scope: string): Promise<GradingUnavailableReason | null> {
    const { reason } = this.statusOf(runtime, await this.health());
    if (reason !== null) return reason;
    const preparation = await this.db.repo(DrawRepository).preparationOf(versionId, scope);
    return preparation === null || preparation.failure !== null ? 'CASES_FAILED' : null;
  }

  private statusOf(runtime: Runtime, health: QueueHealth): RuntimeStatus {
    const { language, profile } = RUNTIMES[runtime];
    const report = bestReport(profile, health);
    return { runtime, report, reason: this.settings.languages.includes(language) ? refusalOf(report) : 'SWITCHED_OFF' };
  }

  private health(): Promise<QueueHealth> {
    const now = this.clock.now().getTime();
    if (this.known === null || now - this.known.at > FRESH_MS) {
      const health = this.db.repo(JobQueue).health();
      this.known = { at: now, health };
      health.catch(() => (this.known = null));
    }
    return this.known.health;
  }
}

function bestReport(profile: Profile, { graders }: QueueHealth): ProfileReport | null {
  const reports = graders.flatMap((grader) => grader.profiles.filter((each) => each.profile === profile));
  return reports.find((report) => report.usable) ?? reports[0] ?? null;
}

function refusalOf(report: ProfileReport | null): GradingUnavailableReason | null {
  if (report === null) return 'NO_GRADER';
  return report.usable ? null : 'NO_SANDBOX';
}
