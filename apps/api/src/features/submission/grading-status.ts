import type { Language } from '@holdout/bank';
import type { QueueHealth } from '@holdout/job-queue';
import { Inject, Injectable } from '@nestjs/common';
import { JobQueue } from '@holdout/job-queue';
import { type Clock, Database, DrawRepository } from '@holdout/persistence';
import type { Profile, ProfileReport } from '@holdout/sandbox';
import type { GradingUnavailableReason } from '../../generated/resolvers';
import { PRACTICE_SCOPE } from '../question-bank/preparation';
import { CLOCK } from '../../platform/app-options';

const PROFILES: Readonly<Record<Language, Profile>> = { python: 'python', sql: 'postgresql' };
const FRESH_MS = 1_000;

/** Whether code can be graded here and now, from what the graders say of themselves. */
@Injectable()
export class GradingStatus {
  private known: { readonly at: number; readonly health: Promise<QueueHealth> } | null = null;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The best report of each language among the graders that are alive; null where none is. */
  async reports(): Promise<ReadonlyMap<Language, ProfileReport | null>> {
    const { graders } = await this.health();
    const best = (profile: Profile): ProfileReport | null => {
      const reports = graders.flatMap((grader) => grader.profiles.filter((each) => each.profile === profile));
      return reports.find((report) => report.usable) ?? reports[0] ?? null;
    };
    return new Map(Object.entries(PROFILES).map(([language, profile]) => [language as Language, best(profile)]));
  }

  /** Why a version cannot be graded in a language right now; null when it can. */
  async refusal(versionId: string, language: Language): Promise<GradingUnavailableReason | null> {
    const report = (await this.reports()).get(language) ?? null;
    if (report === null) return 'NO_GRADER';
    if (!report.usable) return 'NO_SANDBOX';
    const draws = this.db.repo(DrawRepository);
    if (await draws.isPrepared(versionId, PRACTICE_SCOPE)) return null;
    return (await draws.failureOf(versionId)) === null ? 'CASES_ON_THEIR_WAY' : 'CASES_FAILED';
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
