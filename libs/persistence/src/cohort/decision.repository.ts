import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentId, AttemptId, OrganizationId } from '../ids';
import { id, listRows, row } from '../rows';
import { DecisionEntity, DECISIONS } from './cohort.entity';

/** A decision about an attempt. */
export type DecisionRow = z.infer<typeof DecisionRow>;
const DecisionRow = row({
  attemptId: id<AttemptId>(),
  number: z.int(),
  kind: z.enum(DECISIONS).nullable(),
  reason: z.string(),
  undoes: z.int().nullable(),
  accountId: id<AccountId>(),
  decidedAt: z.date(),
});

const COLUMNS = `attempt_id as "attemptId", number, kind, reason, undoes, account_id as "accountId", decided_at as "decidedAt"`;

const WithId = row({ id: id<AttemptId>() });

export type NewDecision = DecisionRow & {
  readonly organizationId: OrganizationId;
  readonly assessmentId: AssessmentId;
};

/** What members decided about candidates. Rows are only added. */
export class DecisionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Those of the ids that are ended attempts of the assessment, locked until the transaction ends, so that numbers do not clash. */
  async lockEnded(assessmentId: AssessmentId, ids: readonly string[]): Promise<readonly AttemptId[]> {
    const rows = await listRows(
      this.manager,
      WithId,
      `select a.id from attempt a join assessment_version v on v.id = a.assessment_version_id
       where v.assessment_id = $1 and a.id = any($2::uuid[]) and a.purpose = 'assessment' and a.ended_at is not null
         and a.erased_at is null order by a.id for no key update of a`,
      [assessmentId, ids],
    );
    return rows.map((found) => found.id);
  }

  /** All decisions about these attempts, oldest first. */
  list(attemptIds: readonly string[]): Promise<DecisionRow[]> {
    const sql = `select ${COLUMNS} from decision where attempt_id = any($1::uuid[]) order by attempt_id, number`;
    return listRows(this.manager, DecisionRow, sql, [attemptIds]);
  }

  async insertAll(decisions: readonly NewDecision[]): Promise<void> {
    await this.manager.insert(DecisionEntity, [...decisions]);
  }
}
