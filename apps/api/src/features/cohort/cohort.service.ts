import { bracketsOf, type ScoreBand } from '@holdout/measurement';
import {
  type AssessmentId,
  type CohortFilter,
  type CohortPage,
  CohortRepository,
  type CohortRow,
  Database,
  parseId,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import type { CohortBracket } from '../../generated/resolvers';
import { CohortStatistics } from './cohort-statistics';
import { certaintyOf, totalBand } from './cohort-view';

/** A row of the table with its band, from which the fields of the API follow. */
export type EntryInCohort = CohortRow & { readonly total: ScoreBand | null; readonly certainty: number | null };

export type EntryPage = {
  readonly rows: readonly { readonly entry: EntryInCohort; readonly key: string | number }[];
  readonly hasNextPage: boolean;
};

/** The people who took an assessment, with how sure their scores are. */
@Injectable()
export class Cohorts {
  constructor(
    private readonly db: Database,
    private readonly statistics: CohortStatistics,
  ) {}

  async list(assessmentId: AssessmentId, filter: CohortFilter, page: CohortPage): Promise<EntryPage> {
    const sums = await this.statistics.of(assessmentId);
    const wanted = { ...page, first: page.first + 1 };
    const places = await this.db.heavyRead((tx) =>
      tx.repo(CohortRepository).list(assessmentId, filter, wanted, sums.factors()),
    );
    const rows = places.slice(0, page.first).map(({ row, key }) => ({ entry: measured(row, sums), key }));
    return { rows, hasNextPage: places.length > page.first };
  }

  /** Those of the ids that are in the cohort, in the order of the ids. */
  async listByIds(assessmentId: AssessmentId, ids: readonly string[]): Promise<readonly EntryInCohort[]> {
    const sums = await this.statistics.of(assessmentId);
    const known = [...new Set(ids)].flatMap((id) => parseId(id) ?? []);
    const rows = await this.db.heavyRead((tx) =>
      tx.repo(CohortRepository).listByIds(assessmentId, known, sums.factors()),
    );
    return rows.map((row) => measured(row, sums));
  }

  async count(assessmentId: AssessmentId) {
    const sums = await this.statistics.of(assessmentId);
    const counts = await this.db.heavyRead((tx) => tx.repo(CohortRepository).count(assessmentId, sums.factors()));
    return { counts, forms: sums.formCount };
  }

  /** Runs of neighbours in this order of whom the first cannot be distinguished from the last. */
  async brackets(assessmentId: AssessmentId, ids: readonly string[]): Promise<readonly CohortBracket[]> {
    const entries = new Map(
      (await this.listByIds(assessmentId, ids)).map((entry) => [entry.attemptId as string, entry]),
    );
    return runsOf(ids.map((id) => entries.get(id) ?? null)).flatMap(({ from, bands }) =>
      bracketsOf(bands).map(({ first, last }) => ({ first: from + first, last: from + last })),
    );
  }
}

type Sums = Awaited<ReturnType<CohortStatistics['of']>>;

function measured(row: CohortRow, sums: Sums): EntryInCohort {
  const total = totalBand(row, row.formKey === null ? null : sums.scaleOf(row.formKey));
  return { ...row, total, certainty: certaintyOf(total, row.passLine) };
}

type Run = { readonly from: number; readonly formKey: string | null; readonly bands: ScoreBand[] };

/** Neighbours with a score in one form. */
function runsOf(entries: readonly (EntryInCohort | null)[]): readonly Run[] {
  const runs: Run[] = [];
  let current: Run | null = null;
  for (const [at, entry] of entries.entries()) {
    if (entry === null || entry.total === null) current = null;
    else if (current !== null && current.formKey === entry.formKey) current.bands.push(entry.total);
    else {
      current = { from: at, formKey: entry.formKey, bands: [entry.total] };
      runs.push(current);
    }
  }
  return runs;
}
