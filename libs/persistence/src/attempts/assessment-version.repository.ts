import { type AssessmentContent, CODE_KINDS, VARIANT_KINDS } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentId, AssessmentVersionId, OrganizationId } from '../ids';
import { findRow, getRow, id, json, listRows, row } from '../rows';
import { AssessmentVersionEntity } from './assessment.entity';

export type AssessmentVersionRow = z.infer<typeof AssessmentVersionRow>;
const AssessmentVersionRow = row({
  id: id<AssessmentVersionId>(),
  assessmentId: id<AssessmentId>(),
  organizationId: id<OrganizationId>(),
  number: z.int(),
  content: json<AssessmentContent>(),
  contentHash: z.string(),
  draftRevision: z.int(),
  publishedAt: z.date(),
  publishedBy: z.string().nullable(),
  /** Whether everything that its questions need has been generated. */
  isReady: z.boolean(),
  /** Whether something that its questions need could not be generated. */
  hasFailed: z.boolean(),
});

const OrganizationOf = row({ id: id<AssessmentVersionId>(), organizationId: id<OrganizationId>() });
const Ready = row({ isReady: z.boolean() });

/** What one question of a version still waits for. */
export type NeedRow = z.infer<typeof NeedRow>;
const NeedRow = row({ questionVersionId: id(), isDone: z.boolean(), failure: z.string().nullable() });

export type VersionToPublish = {
  readonly id: AssessmentVersionId;
  readonly assessmentId: AssessmentId;
  readonly organizationId: OrganizationId;
  readonly number: number;
  readonly content: AssessmentContent;
  readonly contentHash: string;
  readonly draftRevision: number;
  readonly publishedAt: Date;
  readonly publishedBy: AccountId;
  readonly questionVersionIds: readonly string[];
};

const sqlList = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const FAMILIES = sqlList(VARIANT_KINDS);
const PROGRAMS = sqlList(CODE_KINDS);

/** A question `q` of version `v` that needs something, with the preparation `p` that makes it: its variants, or its cases. */
const NEEDS = `assessment_version_question vq
  join question_version q on q.id = vq.question_version_id and q.kind in (${FAMILIES}, ${PROGRAMS})
  left join preparation p on p.question_version_id = q.id
    and p.scope = case when q.kind in (${FAMILIES}) then 'practice' else vq.assessment_version_id::text end`;
const IS_DONE = `case when q.kind in (${FAMILIES}) then exists (select from variant t where t.question_version_id = q.id)
  else coalesce(p.done_at is not null and p.failure is null, false) end`;
const IS_READY = `not exists (select from ${NEEDS} where vq.assessment_version_id = v.id and not (${IS_DONE}))`;

/** Whether something that the questions of version `v` need could not be generated. */
export const HAS_FAILED = `exists (select from ${NEEDS}
  where vq.assessment_version_id = v.id and p.failure is not null and not (${IS_DONE}))`;

const VERSION = `v.id, v.assessment_id as "assessmentId", v.organization_id as "organizationId", v.number, v.content,
  v.content_hash as "contentHash", v.draft_revision as "draftRevision", v.published_at as "publishedAt",
  (select display_name from account_profile a where a.account_id = v.published_by) as "publishedBy",
  ${IS_READY} as "isReady", ${HAS_FAILED} as "hasFailed"`;

/** Published versions, their questions, and what must be generated for them. */
export class AssessmentVersionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The organizations of those versions that exist. */
  listOrganizations(ids: readonly string[]): Promise<z.infer<typeof OrganizationOf>[]> {
    const sql = 'select id, organization_id as "organizationId" from assessment_version where id = any($1::uuid[])';
    return listRows(this.manager, OrganizationOf, sql, [ids]);
  }

  get(versionId: AssessmentVersionId): Promise<AssessmentVersionRow> {
    const sql = `select ${VERSION} from assessment_version v where v.id = $1`;
    return getRow(this.manager, AssessmentVersionRow, sql, [versionId]);
  }

  /** The versions of each assessment, newest first. */
  listOf(assessmentIds: readonly AssessmentId[]): Promise<AssessmentVersionRow[]> {
    const sql = `select ${VERSION} from assessment_version v where v.assessment_id = any($1::uuid[]) order by v.number desc`;
    return listRows(this.manager, AssessmentVersionRow, sql, [assessmentIds]);
  }

  findLatest(assessmentId: AssessmentId): Promise<AssessmentVersionRow | null> {
    const sql = `select ${VERSION} from assessment_version v where v.assessment_id = $1 order by v.number desc limit 1`;
    return findRow(this.manager, AssessmentVersionRow, sql, [assessmentId]);
  }

  /** Whether people may be invited to it. */
  async isReady(versionId: AssessmentVersionId): Promise<boolean> {
    const sql = `select ${IS_READY} as "isReady" from assessment_version v where v.id = $1`;
    return (await findRow(this.manager, Ready, sql, [versionId]))?.isReady ?? false;
  }

  async insert({ questionVersionIds, ...version }: VersionToPublish): Promise<void> {
    await this.manager.insert(AssessmentVersionEntity, version);
    await this.manager.query(
      'insert into assessment_version_question (assessment_version_id, question_version_id) select $1, unnest($2::uuid[])',
      [version.id, questionVersionIds],
    );
  }

  /** What the questions of a version need, done or not. */
  listNeeds(versionId: AssessmentVersionId): Promise<NeedRow[]> {
    const sql = `select q.id as "questionVersionId", ${IS_DONE} as "isDone",
        case when ${IS_DONE} then null else p.failure end as failure
      from ${NEEDS} where vq.assessment_version_id = $1 order by q.title, q.id`;
    return listRows(this.manager, NeedRow, sql, [versionId]);
  }
}
