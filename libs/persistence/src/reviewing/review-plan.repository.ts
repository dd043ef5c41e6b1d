import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentId, OrganizationId } from '../ids';
import { findRow, getRow, id, listRows, row } from '../rows';

/** How the answers of an assessment are marked. */
export type ReviewPlanRow = z.infer<typeof ReviewPlanRow>;
const ReviewPlanRow = row({
  secondMarks: z.enum(['none', 'all', 'share', 'nearPass']),
  /** Of the answers, from 0 to 1; used with `share`. */
  share: z.number(),
  /** How far from the pass line, from 0 to 1; used with `nearPass`. */
  margin: z.number(),
  /** Days from the end of the attempt; null without a due date. */
  daysDue: z.int().nullable(),
  /** Who marks; all reviewers of the organization if empty. */
  reviewerIds: z.array(id<AccountId>()).readonly(),
  /** Whether a reviewer marks a calibration set before the answers. */
  calibrates: z.boolean(),
});

/** What holds for an assessment until a manager plans otherwise. */
export const DEFAULT_REVIEW_PLAN: ReviewPlanRow = {
  secondMarks: 'none',
  share: 0.2,
  margin: 0.05,
  daysDue: null,
  reviewerIds: [],
  calibrates: true,
};

/** A member who may mark. */
export type ReviewerRow = z.infer<typeof ReviewerRow>;
const ReviewerRow = row({ accountId: id<AccountId>(), name: z.string() });

const Version = row({ id: id() });
const PassLine = row({ passLine: z.number().nullable() });

const PLAN = `second_marks as "secondMarks", share, margin, days_due as "daysDue", reviewer_ids as "reviewerIds", calibrates`;

/** Plans of reviews, and who may be planned. */
export class ReviewPlanRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The default for an assessment without a plan of its own. */
  async get(assessmentId: string): Promise<ReviewPlanRow> {
    const sql = `select ${PLAN} from review_plan where assessment_id = $1`;
    return (await findRow(this.manager, ReviewPlanRow, sql, [assessmentId])) ?? DEFAULT_REVIEW_PLAN;
  }

  /** That of the assessment of a version. */
  async getOfVersion(assessmentVersionId: string): Promise<ReviewPlanRow> {
    const sql = `select ${PLAN} from review_plan
      where assessment_id = (select assessment_id from assessment_version where id = $1)`;
    return (await findRow(this.manager, ReviewPlanRow, sql, [assessmentVersionId])) ?? DEFAULT_REVIEW_PLAN;
  }

  /** The pass line of a version, as a share of the possible points; null for none. */
  async findPassLine(assessmentVersionId: string): Promise<number | null> {
    const sql = `select (content ->> 'passLine')::float as "passLine" from assessment_version where id = $1`;
    return (await findRow(this.manager, PassLine, sql, [assessmentVersionId]))?.passLine ?? null;
  }

  /** The version that the question of this one has now. */
  async currentVersion(versionId: string): Promise<string> {
    const sql = `select coalesce(q.current_version_id, v.id) as id from question_version v join question q on q.id = v.question_id
      where v.id = $1`;
    return (await getRow(this.manager, Version, sql, [versionId])).id;
  }

  async save(
    of: { readonly assessmentId: AssessmentId; readonly organizationId: OrganizationId },
    plan: ReviewPlanRow,
    by: { readonly accountId: AccountId | null; readonly at: Date },
  ): Promise<void> {
    const { secondMarks, share, margin, daysDue, reviewerIds, calibrates } = plan;
    await this.manager.query(
      `insert into review_plan as p (assessment_id, organization_id, second_marks, share, margin, days_due, reviewer_ids,
         calibrates, updated_at, updated_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (assessment_id) do update set second_marks = excluded.second_marks, share = excluded.share,
         margin = excluded.margin, days_due = excluded.days_due, reviewer_ids = excluded.reviewer_ids,
         calibrates = excluded.calibrates, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [
        ...[of.assessmentId, of.organizationId, secondMarks, share, margin, daysDue, reviewerIds, calibrates],
        ...[by.at, by.accountId],
      ],
    );
  }

  /** Members with the role, by name. */
  listReviewers(organizationId: OrganizationId): Promise<ReviewerRow[]> {
    const sql = `select m.account_id as "accountId", p.display_name as name from member m
      join account_profile p on p.account_id = m.account_id
      where m.organization_id = $1 and m.role = 'reviewer' order by p.display_name, m.account_id`;
    return listRows(this.manager, ReviewerRow, sql, [organizationId]);
  }
}
