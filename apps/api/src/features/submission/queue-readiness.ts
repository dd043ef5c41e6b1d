import { JobQueue } from '@holdout/job-queue';
import { Database } from '@holdout/persistence';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Condition, Readiness } from '../../platform/http/readiness';

/** Readiness of queue and graders. A missing sandbox is reported but does not make the API unready: all else works. */
@Injectable()
export class QueueReadiness implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly readiness: Readiness,
  ) {}

  onApplicationBootstrap(): void {
    this.readiness.add('queue', () => this.queue());
    this.readiness.add('grader', () => this.grader());
  }

  private async queue(): Promise<Condition> {
    const { waiting, running } = await this.db.repo(JobQueue).health();
    return { ready: true, detail: `${waiting} waiting, ${running} running` };
  }

  private async grader(): Promise<Condition> {
    const { graders } = await this.db.repo(JobQueue).health();
    const reports = graders.flatMap((grader) => grader.profiles);
    if (graders.length === 0) return { ready: false, detail: 'no grader is running' };
    if (reports.length === 0) return { ready: false, detail: 'the grader is still probing its machine' };
    const usable = reports.filter((report) => report.usable);
    if (usable.length > 0) return { ready: true, detail: usable.map((report) => report.profile).join(', ') };
    return { ready: true, detail: `unavailable: ${reports[0]?.missing.join('; ') ?? ''}` };
  }
}
