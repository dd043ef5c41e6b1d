import { type ErrorScale, type NormGroup, normGroupOf } from '@holdout/measurement';
import { type AssessmentId, Database } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { CohortSums } from './cohort-sums';

/** How many cohorts are kept. One of 20,000 people with 40 items takes about 10 MB. */
const MOST_KEPT = 8;

type Kept = { readonly sums: CohortSums; ready: Promise<unknown> };

/** The sums of the cohorts that were asked for last, as new as their scores. */
@Injectable()
export class CohortStatistics {
  private readonly kept = new Map<AssessmentId, Kept>();

  constructor(private readonly db: Database) {}

  async of(assessmentId: AssessmentId): Promise<CohortSums> {
    const kept = this.kept.get(assessmentId) ?? { sums: new CohortSums(assessmentId), ready: Promise.resolve() };
    this.kept.delete(assessmentId);
    this.kept.set(assessmentId, kept);
    if (this.kept.size > MOST_KEPT)
      for (const oldest of [...this.kept.keys()].slice(0, -MOST_KEPT)) this.kept.delete(oldest);
    // One after the other: refreshes of one cohort must not overlap. What failed half-way is read anew.
    const refreshed = kept.ready.then(() => this.db.heavyRead((tx) => kept.sums.refresh(tx), 10_000));
    kept.ready = refreshed.catch(() => this.kept.delete(assessmentId));
    await refreshed;
    return kept.sums;
  }

  /** How large errors of a form are in its cohort; null where fewer than 30 people share it. */
  async scaleOf(assessmentId: AssessmentId, formKey: string): Promise<ErrorScale | null> {
    return (await this.of(assessmentId)).scaleOf(formKey);
  }

  /** The complete scores of the people with a form. */
  async normGroup(assessmentId: AssessmentId, formKey: string): Promise<NormGroup> {
    return normGroupOf((await this.of(assessmentId)).scoresOf(formKey));
  }
}
