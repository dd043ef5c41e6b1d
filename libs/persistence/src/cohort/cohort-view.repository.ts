import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentId, CohortViewId, OrganizationId } from '../ids';
import { countChanged, getRow, id, listRows, row } from '../rows';

/** A view that a member saved. */
export type CohortViewRow = z.infer<typeof CohortViewRow>;
const CohortViewRow = row({ id: id<CohortViewId>(), name: z.string(), query: z.string(), savedAt: z.date() });

const COLUMNS = `id, name, query, saved_at as "savedAt"`;
const Count = row({ n: z.int() });

export type ViewOwner = { readonly assessmentId: AssessmentId; readonly accountId: AccountId };

/** Views of cohorts, each of one member. */
export class CohortViewRepository {
  constructor(private readonly manager: EntityManager) {}

  list({ assessmentId, accountId }: ViewOwner): Promise<CohortViewRow[]> {
    const sql = `select ${COLUMNS} from cohort_view where assessment_id = $1 and account_id = $2 order by lower(name), id`;
    return listRows(this.manager, CohortViewRow, sql, [assessmentId, accountId]);
  }

  /** How many the member has beside one of this name. */
  async countOthers({ assessmentId, accountId }: ViewOwner, name: string): Promise<number> {
    const sql = `select count(*)::int as n from cohort_view where assessment_id = $1 and account_id = $2 and name <> $3`;
    return (await getRow(this.manager, Count, sql, [assessmentId, accountId, name])).n;
  }

  /** Saves a view; one of the same name is replaced. */
  save(
    { assessmentId, accountId, organizationId }: ViewOwner & { readonly organizationId: OrganizationId },
    view: CohortViewRow,
  ): Promise<CohortViewRow> {
    const sql = `insert into cohort_view (id, organization_id, assessment_id, account_id, name, query, saved_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (assessment_id, account_id, name) do update set query = excluded.query, saved_at = excluded.saved_at
      returning ${COLUMNS}`;
    const { id: viewId, name, query, savedAt } = view;
    const values = [viewId, organizationId, assessmentId, accountId, name, query, savedAt];
    return getRow(this.manager, CohortViewRow, sql, values);
  }

  /** False if the member has no such view. */
  async delete({ assessmentId, accountId }: ViewOwner, viewId: CohortViewId): Promise<boolean> {
    const sql = 'delete from cohort_view where id = $1 and assessment_id = $2 and account_id = $3';
    return (await countChanged(this.manager, sql, [viewId, assessmentId, accountId])) > 0;
  }
}
