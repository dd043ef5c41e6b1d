import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentId, AttemptId, AttemptItemId, ItemCorrectionId, OrganizationId } from '../ids';
import { findRow, id, json, listRows, row } from '../rows';
import { ItemCorrectionEntity } from './attempt-score.entity';

export const CORRECTION_KINDS = ['withdrawn', 'rekeyed', 'restored'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

export type Correction = z.infer<typeof Correction>;
const Correction = row({
  id: id<ItemCorrectionId>(),
  organizationId: id<OrganizationId>(),
  assessmentId: id<AssessmentId>(),
  questionVersionId: id(),
  kind: z.enum(CORRECTION_KINDS),
  reason: z.string(),
  /** Null once the account has been deleted. */
  madeBy: z.string().nullable(),
  madeAt: z.date(),
});

export type CorrectionToInsert = Omit<Correction, 'madeBy'> & {
  readonly key: object | null;
  readonly accountId: AccountId | null;
};

const CORRECTION = `c.id, c.organization_id as "organizationId", c.assessment_id as "assessmentId",
  c.question_version_id as "questionVersionId", c.kind, c.reason, p.display_name as "madeBy", c.made_at as "madeAt"`;
const TABLES = 'item_correction c left join account_profile p on p.account_id = c.account_id';

/** A version of a question that an assessment gives, with its secret part. */
const Correctable = row({ kind: z.string(), candidatePart: json(), secretPart: json() });

const Affected = row({ attemptId: id<AttemptId>(), itemId: id<AttemptItemId>() });

/** What organizations decided about questions that turned out to be faulty. Rows are never changed. */
export class CorrectionRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert({ ...correction }: CorrectionToInsert): Promise<void> {
    await this.manager.insert(ItemCorrectionEntity, correction as never);
  }

  find(correctionId: string): Promise<Correction | null> {
    const sql = `select ${CORRECTION} from ${TABLES} where c.id = $1`;
    return findRow(this.manager, Correction, sql, [correctionId]);
  }

  /** Newest first. */
  list(assessmentId: AssessmentId): Promise<Correction[]> {
    const sql = `select ${CORRECTION} from ${TABLES} where c.assessment_id = $1 order by c.made_at desc, c.id desc`;
    return listRows(this.manager, Correction, sql, [assessmentId]);
  }

  /** Null if no published version of the assessment gives it. */
  findQuestion(assessmentId: AssessmentId, questionVersionId: string) {
    const sql = `select q.kind, q.candidate_part as "candidatePart", q.secret_part as "secretPart"
      from question_version q where q.id = $2 and exists (
        select from assessment_version v join assessment_version_question g on g.assessment_version_id = v.id
        where v.assessment_id = $1 and g.question_version_id = q.id)`;
    return findRow(this.manager, Correctable, sql, [assessmentId, questionVersionId]);
  }

  /** Waits for attempts that are just ending, and makes others wait: each is scored before the correction, or with it. */
  async holdOpen(assessmentId: AssessmentId): Promise<void> {
    await this.manager.query(
      `select a.id from attempt a where a.ended_at is null and a.assessment_version_id in (
         select id from assessment_version where assessment_id = $1) order by a.id for share`,
      [assessmentId],
    );
  }

  /** Items of ended attempts with the question, by attempt; `after` is the attempt of the last one seen. */
  listAffected(
    { assessmentId, questionVersionId }: Pick<Correction, 'assessmentId' | 'questionVersionId'>,
    after: AttemptId | null,
    count: number,
  ) {
    const sql = `select a.id as "attemptId", i.id as "itemId" from attempt_item i join attempt a on a.id = i.attempt_id
      where i.question_version_id = $2 and a.purpose = 'assessment' and a.ended_at is not null and a.erased_at is null
        and a.assessment_version_id in (select id from assessment_version where assessment_id = $1)
        and ($3::uuid is null or a.id > $3) order by a.id limit $4`;
    return listRows(this.manager, Affected, sql, [assessmentId, questionVersionId, after, count]);
  }
}
