import type { ItemPoints, SkillPoints } from '@holdout/scoring';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AssessmentId, AssessmentVersionId, AttemptId, CandidateId, OrganizationId } from '../ids';
import { id, json, listRows, row } from '../rows';
import { DECISIONS } from './cohort.entity';
import {
  COHORT_STATUSES,
  type CohortFilter,
  type CohortPage,
  cohortCounts,
  cohortPage,
  cohortRows,
  type FormFactor,
  SIDES,
} from './cohort-page';

/** An attempt as the table of its cohort shows it. */
export type CohortRow = z.infer<typeof CohortRow>;
const CohortRow = row({
  attemptId: id<AttemptId>(),
  organizationId: id<OrganizationId>(),
  candidateId: id<CandidateId>(),
  name: z.string(),
  email: z.string(),
  versionNumber: z.int(),
  versionId: id<AssessmentVersionId>(),
  passLine: z.number().nullable(),
  status: z.enum(COHORT_STATUSES),
  endedAt: z.date().nullable(),
  decisionKind: z.enum(DECISIONS).nullable(),
  decisionNumber: z.int().nullable(),
  decisionReason: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  side: z.enum(SIDES).nullable(),
  /** Null before the attempt has a score. */
  items: json<readonly ItemPoints[] | null>(),
  skills: json<readonly SkillPoints[] | null>(),
  formKey: z.string().nullable(),
});

const Place = row({ id: id<AttemptId>(), key: z.union([z.string(), z.number()]) });

export type CohortCount = z.infer<typeof CohortCount>;
const CohortCount = row({
  status: z.enum(COHORT_STATUSES),
  decision: z.union([z.enum(DECISIONS), z.literal('')]),
  side: z.union([z.enum(SIDES), z.literal('')]),
  isProvisional: z.boolean(),
  versionNumber: z.int(),
  count: z.int(),
});

export type CohortPlace = { readonly row: CohortRow; readonly key: string | number };

/** People who took an assessment, or take it now. Those who were erased are not among them. */
export class CohortRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One page in its order, each row with the key of its place. Only the rows of the page are read with their items. */
  async list(
    assessmentId: AssessmentId,
    filter: CohortFilter,
    page: CohortPage,
    factors: readonly FormFactor[],
  ): Promise<readonly CohortPlace[]> {
    const { sql, parameters } = cohortPage(assessmentId, filter, page, factors);
    const places = await listRows(this.manager, Place, sql, parameters);
    const keys = new Map(places.map((place) => [place.id, place.key]));
    const ids = places.map((place) => place.id);
    const rows = await this.listByIds(assessmentId, ids, factors);
    return rows.map((found) => ({ row: found, key: keys.get(found.attemptId) ?? '' }));
  }

  /** Those of the ids that are in the cohort, in the order of the ids. */
  listByIds(assessmentId: AssessmentId, ids: readonly string[], factors: readonly FormFactor[]): Promise<CohortRow[]> {
    const { sql, parameters } = cohortRows(assessmentId, ids, factors);
    return listRows(this.manager, CohortRow, sql, parameters);
  }

  count(assessmentId: AssessmentId, factors: readonly FormFactor[]): Promise<CohortCount[]> {
    const { sql, parameters } = cohortCounts(assessmentId, factors);
    return listRows(this.manager, CohortCount, sql, parameters);
  }
}
