import type { AssessmentDraft } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentDraftRevisionId, AssessmentId, OrganizationId } from '../ids';
import { countChanged, findRow, getRow, id, json, listRows, row } from '../rows';
import { AssessmentDraftRevisionEntity, AssessmentEntity } from './assessment.entity';
import { type AssessmentFilterRow, foundBy } from './assessment-filter';

export type AssessmentRow = z.infer<typeof AssessmentRow>;
const AssessmentRow = row({
  id: id<AssessmentId>(),
  organizationId: id<OrganizationId>(),
  title: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
  /** The name of the person; null if the account has been deleted. */
  updatedBy: z.string().nullable(),
  archivedAt: z.date().nullable(),
  draftRevision: z.int(),
  /** The revision of the draft that the latest version froze; null if none was published. */
  publishedRevision: z.int().nullable(),
});

/** A row of a page, with what it is ordered by, as a text for a cursor. */
export type ListedAssessmentRow = z.infer<typeof ListedAssessmentRow>;
const ListedAssessmentRow = AssessmentRow.unwrap().extend({ place: z.string() }).readonly();

export type DraftRow = z.infer<typeof DraftRow>;
const DraftRow = row({ draft: json<AssessmentDraft>() });

export type DraftRevisionRow = z.infer<typeof DraftRevisionRow>;
const DraftRevisionRow = row({
  id: id<AssessmentDraftRevisionId>(),
  /** Null if the save was refused. */
  revision: z.int().nullable(),
  savedAt: z.date(),
  savedBy: z.string().nullable(),
  draft: json<AssessmentDraft>(),
});

const OrganizationOf = row({ id: id<AssessmentId>(), organizationId: id<OrganizationId>() });
const Count = row({ count: z.int() });
const News = row({ id: id<AssessmentId>(), undelivered: z.int(), lastSubmittedAt: z.date().nullable() });
const Counts = row({ id: id<AssessmentId>(), invited: z.int(), started: z.int(), submitted: z.int() });

export type AssessmentToInsert = {
  readonly id: AssessmentId;
  readonly organizationId: OrganizationId;
  readonly title: string;
  readonly draft: AssessmentDraft;
};

/** A save of a draft: by whom, when, and the id of its revision. */
export type SavedBy = {
  readonly revisionId: AssessmentDraftRevisionId;
  readonly accountId: AccountId;
  readonly at: Date;
};

export type AssessmentOrder = {
  readonly by: 'changed' | 'title' | 'invited' | 'started' | 'submitted';
  readonly isDescending: boolean;
};
const CHANGED_LAST: AssessmentOrder = { by: 'changed', isDescending: true };
export type AssessmentPage = {
  readonly first: number;
  /** Last changed first, unless it says otherwise. */
  readonly order?: AssessmentOrder;
  /** The place of the last row of the page before: its time, or the text of its `place`, and its id. */
  readonly after: readonly [Date | string, string] | null;
};

const ASSESSMENT = `a.id, a.organization_id as "organizationId", a.title, a.created_at as "createdAt",
  a.updated_at as "updatedAt", (select display_name from account_profile p where p.account_id = a.updated_by) as "updatedBy",
  a.archived_at as "archivedAt", a.draft_revision as "draftRevision",
  (select v.draft_revision from assessment_version v where v.assessment_id = a.id order by v.number desc limit 1)
    as "publishedRevision"`;

/** As `listCounts` counts them. */
const counted = (what: string): string => `(select count(${what})::int from invitation i
  left join attempt t on t.invitation_id = i.id where i.assessment_id = a.id and i.withdrawn_at is null)`;

/** What the rows are ordered by, before their id, and the type of its value. */
const KEYS: Readonly<Record<AssessmentOrder['by'], { readonly sql: string; readonly type: string }>> = {
  changed: { sql: `date_trunc('milliseconds', a.updated_at)`, type: 'timestamptz' },
  title: { sql: 'lower(a.title)', type: 'text' },
  invited: { sql: counted('*'), type: 'int' },
  started: { sql: counted('t.id'), type: 'int' },
  submitted: { sql: counted('t.ended_at'), type: 'int' },
};

const REVISION = `r.id, r.revision, r.saved_at as "savedAt",
  (select display_name from account_profile p where p.account_id = r.saved_by) as "savedBy", r.draft`;

/** Assessments and the history of their drafts. The access table has checked the membership of the sender. */
export class AssessmentRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The organizations of those assessments that exist. */
  listOrganizations(ids: readonly string[]): Promise<z.infer<typeof OrganizationOf>[]> {
    const sql = 'select id, organization_id as "organizationId" from assessment where id = any($1::uuid[])';
    return listRows(this.manager, OrganizationOf, sql, [ids]);
  }

  /** Last changed first. */
  list(
    organizationId: OrganizationId,
    filter: AssessmentFilterRow,
    { first, order = CHANGED_LAST, after }: AssessmentPage,
  ): Promise<ListedAssessmentRow[]> {
    const { sql: found, parameters } = foundBy(organizationId, filter);
    const value = (of: unknown): string => `$${parameters.push(of)}`;
    const { sql: key, type } = KEYS[order.by];
    const beyond = order.isDescending ? '<' : '>';
    const further =
      after === null ? '' : ` and (${key}, a.id) ${beyond} (${value(after[0])}::${type}, ${value(after[1])}::uuid)`;
    const direction = order.isDescending ? 'desc' : 'asc';
    const sql = `select ${ASSESSMENT}, (${key})::text as place from assessment a where ${found}${further}
      order by ${key} ${direction}, a.id ${direction} limit ${value(first)}`;
    return listRows(this.manager, ListedAssessmentRow, sql, parameters);
  }

  async count(organizationId: OrganizationId, filter: AssessmentFilterRow): Promise<number> {
    const { sql: found, parameters } = foundBy(organizationId, filter);
    const sql = `select count(*)::int as count from assessment a where ${found}`;
    return (await getRow(this.manager, Count, sql, parameters)).count;
  }

  get(assessmentId: AssessmentId): Promise<AssessmentRow> {
    return getRow(this.manager, AssessmentRow, `select ${ASSESSMENT} from assessment a where a.id = $1`, [
      assessmentId,
    ]);
  }

  /** Locks the assessment for the transaction, so that saves and publications follow one another. */
  async lock(assessmentId: AssessmentId): Promise<AssessmentRow> {
    const sql = `select ${ASSESSMENT} from assessment a where a.id = $1 for update of a`;
    return getRow(this.manager, AssessmentRow, sql, [assessmentId]);
  }

  async getDraft(assessmentId: AssessmentId): Promise<AssessmentDraft> {
    return (await getRow(this.manager, DraftRow, 'select draft from assessment where id = $1', [assessmentId])).draft;
  }

  /** Invitations that were not withdrawn, and the attempts that were started and ended. */
  listCounts(ids: readonly AssessmentId[]): Promise<z.infer<typeof Counts>[]> {
    const sql = `select v.assessment_id as id, count(*)::int as invited, count(t.id)::int as started,
        count(t.ended_at)::int as submitted
      from assessment_version v join invitation i on i.assessment_version_id = v.id
      left join attempt t on t.invitation_id = i.id
      where v.assessment_id = any($1::uuid[]) and i.withdrawn_at is null group by v.assessment_id`;
    return listRows(this.manager, Counts, sql, [ids]);
  }

  /** Invitations whose latest mail was given up, and the latest submission. Failed mails are few, so it begins with them. */
  listNews(ids: readonly AssessmentId[]): Promise<z.infer<typeof News>[]> {
    const sql = `select a.id, coalesce(f.count, 0)::int as undelivered, s.at as "lastSubmittedAt"
      from assessment a
      left join (select i.assessment_id, count(*) as count from mail m join invitation i on i.id = m.subject_id
        where m.failed_at is not null and i.assessment_id = any($1::uuid[]) and i.withdrawn_at is null
          and not exists (select from mail later where later.subject_id = m.subject_id and later.created_at > m.created_at)
        group by 1) f on f.assessment_id = a.id
      left join (select v.assessment_id, max(t.ended_at) as at
        from attempt t join assessment_version v on v.id = t.assessment_version_id
        where v.assessment_id = any($1::uuid[]) group by 1) s on s.assessment_id = a.id
      where a.id = any($1::uuid[])`;
    return listRows(this.manager, News, sql, [ids]);
  }

  /** Adds an assessment with the first revision of its draft. */
  async insert(assessment: AssessmentToInsert, by: SavedBy): Promise<void> {
    const { at, accountId } = by;
    const state = { draftRevision: 1, createdAt: at, updatedAt: at, updatedBy: accountId, archivedAt: null };
    await this.manager.insert(AssessmentEntity, { ...assessment, ...state });
    await this.insertRevision(assessment, { revision: 1, basedOn: null }, by);
  }

  /** Saves the next revision of a locked assessment. */
  async saveDraft(assessment: AssessmentRow, draft: AssessmentDraft, by: SavedBy): Promise<void> {
    const revision = assessment.draftRevision + 1;
    const changes = { draft, draftRevision: revision, updatedAt: by.at, updatedBy: by.accountId };
    await this.manager.update(AssessmentEntity, { id: assessment.id }, changes);
    await this.insertRevision({ ...assessment, draft }, { revision, basedOn: null }, by);
  }

  /** Keeps a save that built on an older revision than the current one. */
  async keepRefused(assessment: AssessmentRow, stale: { draft: AssessmentDraft; basedOn: number }, by: SavedBy) {
    await this.insertRevision(
      { ...assessment, draft: stale.draft },
      { revision: null, basedOn: Math.max(0, stale.basedOn) },
      by,
    );
  }

  async rename(assessmentId: AssessmentId, title: string, { at, accountId }: Omit<SavedBy, 'revisionId'>) {
    await this.manager.update(AssessmentEntity, { id: assessmentId }, { title, updatedAt: at, updatedBy: accountId });
  }

  /** False if it already was in this state. */
  async setArchived(assessmentId: AssessmentId, at: Date | null): Promise<boolean> {
    const sql =
      'update assessment set archived_at = $2 where id = $1 and (archived_at is null) <> ($2::timestamptz is null)';
    return (await countChanged(this.manager, sql, [assessmentId, at])) === 1;
  }

  /** Newest first, refused ones too. */
  listRevisions(
    assessmentId: AssessmentId,
    { first, after }: { readonly first: number; readonly after: string | null },
  ): Promise<DraftRevisionRow[]> {
    const sql = `select ${REVISION} from assessment_draft_revision r where r.assessment_id = $1 and ($2::uuid is null or r.id < $2)
      order by r.id desc limit $3`;
    return listRows(this.manager, DraftRevisionRow, sql, [assessmentId, after, first]);
  }

  findRevision(assessmentId: AssessmentId, revisionId: string): Promise<DraftRevisionRow | null> {
    const sql = `select ${REVISION} from assessment_draft_revision r where r.assessment_id = $1 and r.id = $2`;
    return findRow(this.manager, DraftRevisionRow, sql, [assessmentId, revisionId]);
  }

  /** The revision with this number. */
  findRevisionNumbered(assessmentId: AssessmentId, revision: number): Promise<DraftRevisionRow | null> {
    const sql = `select ${REVISION} from assessment_draft_revision r where r.assessment_id = $1 and r.revision = $2`;
    return findRow(this.manager, DraftRevisionRow, sql, [assessmentId, revision]);
  }

  private async insertRevision(
    { id: assessmentId, organizationId, title, draft }: AssessmentToInsert,
    place: { readonly revision: number | null; readonly basedOn: number | null },
    { revisionId, accountId, at }: SavedBy,
  ): Promise<void> {
    const saved = {
      id: revisionId,
      assessmentId,
      organizationId,
      title,
      draft,
      ...place,
      savedAt: at,
      savedBy: accountId,
    };
    await this.manager.insert(AssessmentDraftRevisionEntity, saved);
  }
}
