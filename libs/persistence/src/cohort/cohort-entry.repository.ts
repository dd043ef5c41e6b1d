import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AssessmentId, AssessmentVersionId, AttemptId, OrganizationId } from '../ids';
import { id, json, listRows, row } from '../rows';
import type { FormItemRow } from './cohort.entity';

/** What a score says to the table and the statistics of its cohort. */
export type CohortEntryToWrite = {
  readonly attemptId: AttemptId;
  readonly organizationId: OrganizationId;
  readonly assessmentId: AssessmentId;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly formKey: string;
  readonly formItems: readonly FormItemRow[];
  readonly share: number | null;
  readonly shareLow: number;
  readonly shareHigh: number;
  readonly effectiveItems: number;
  readonly isProvisional: boolean;
  readonly outcomes: readonly (number | null)[];
};

/** One row for each attempt: which form, and what became of each item. `stamp` changes with each write. */
export type CohortOutcomes = z.infer<typeof CohortOutcomes>;
const CohortOutcomes = row({
  attemptId: id<AttemptId>(),
  versionId: id<AssessmentVersionId>(),
  formKey: z.string(),
  share: z.number().nullable(),
  isProvisional: z.boolean(),
  outcomes: z.string(),
  stamp: z.string(),
});

const Stamp = row({ attemptId: id<AttemptId>(), stamp: z.string() });
const Form = row({ key: z.string(), items: json<readonly FormItemRow[]>() });
const Picked = row({ attemptId: id<AttemptId>(), picked: json<readonly string[] | null>() });
const Print = row({ print: z.string() });

/** The rows that statistics of cohorts are made of. */
export class CohortEntryRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Writes the rows of attempts, each instead of the one before. */
  async writeAll(entries: readonly CohortEntryToWrite[]): Promise<void> {
    const forms = new Map(entries.map(({ formKey: key, formItems: items }) => [key, { key, items }]));
    await this.manager.query(
      `insert into score_form (key, items) select key, items from jsonb_to_recordset($1::jsonb) as f (key text, items jsonb)
       order by key on conflict (key) do nothing`,
      [JSON.stringify([...forms.values()])],
    );
    const rows = entries.map(({ formItems: _, outcomes, ...entry }) => ({
      ...entry,
      outcomes: JSON.stringify(outcomes),
    }));
    await this.manager.query(
      `insert into cohort_entry (attempt_id, organization_id, assessment_id, assessment_version_id, form_key, share,
         share_low, share_high, effective_items, is_provisional, outcomes)
       select e."attemptId", e."organizationId", e."assessmentId", e."assessmentVersionId", e."formKey", e.share,
         e."shareLow", e."shareHigh", e."effectiveItems", e."isProvisional", e.outcomes
       from jsonb_to_recordset($1::jsonb) as e ("attemptId" uuid, "organizationId" uuid, "assessmentId" uuid,
         "assessmentVersionId" uuid, "formKey" text, share float8, "shareLow" float8, "shareHigh" float8,
         "effectiveItems" float8, "isProvisional" boolean, outcomes text)
       on conflict (attempt_id) do update set assessment_id = excluded.assessment_id,
         assessment_version_id = excluded.assessment_version_id, form_key = excluded.form_key, share = excluded.share,
         share_low = excluded.share_low, share_high = excluded.share_high, effective_items = excluded.effective_items,
         is_provisional = excluded.is_provisional, outcomes = excluded.outcomes`,
      [JSON.stringify(rows)],
    );
  }

  /** Changes with every write to a row of the assessment. A new writer has a higher `xmin` than any before it, so the sum grows. */
  async printOf(assessmentId: AssessmentId): Promise<string> {
    const sql = `select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as print from cohort_entry where assessment_id = $1`;
    const [found] = await listRows(this.manager, Print, sql, [assessmentId]);
    return found?.print ?? '';
  }

  listStamps(assessmentId: AssessmentId) {
    const sql = `select attempt_id as "attemptId", xmin::text as stamp from cohort_entry where assessment_id = $1`;
    return listRows(this.manager, Stamp, sql, [assessmentId]);
  }

  /** All rows of an assessment; with ids, those of them. */
  list(assessmentId: AssessmentId, ids: readonly AttemptId[] | null): Promise<CohortOutcomes[]> {
    const sql = `select attempt_id as "attemptId", assessment_version_id as "versionId", form_key as "formKey", share,
        is_provisional as "isProvisional", outcomes, xmin::text as stamp
      from cohort_entry where assessment_id = $1 and ($2::uuid[] is null or attempt_id = any($2))`;
    return listRows(this.manager, CohortOutcomes, sql, [assessmentId, ids]);
  }

  async listForms(keys: readonly string[]): Promise<ReadonlyMap<string, readonly FormItemRow[]>> {
    const sql = 'select key, items from score_form where key = any($1)';
    const forms = await listRows(this.manager, Form, sql, [keys]);
    return new Map(forms.map(({ key, items }) => [key, items]));
  }

  /** What each person picked of a choice; null for an empty answer. */
  listPicked(assessmentId: AssessmentId, questionVersionId: string) {
    const sql = `select e.attempt_id as "attemptId", r.answer -> 'picked' as picked from cohort_entry e
      join attempt_item i on i.attempt_id = e.attempt_id and i.question_version_id = $2
      left join response r on r.attempt_item_id = i.id where e.assessment_id = $1`;
    return listRows(this.manager, Picked, sql, [assessmentId, questionVersionId]);
  }
}
