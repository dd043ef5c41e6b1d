import type { AssessmentContent } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AssessmentId, AttemptId, JobId } from '../ids';
import { countChanged, id, listRows, row } from '../rows';
import { AttemptPreviewEntity } from './attempt.entity';

export type PreviewToInsert = {
  readonly attemptId: string;
  readonly assessmentId: AssessmentId;
  readonly content: AssessmentContent;
  readonly createdAt: Date;
};

export type PreviewRow = z.infer<typeof PreviewRow>;
const PreviewRow = row({ attemptId: id<AttemptId>(), assessmentId: id<AssessmentId>(), organization: z.string() });

const PreviewId = row({ id: id<AttemptId>() });
const JobOfPreview = row({ jobId: id<JobId>() });

const ITEMS = 'select id from attempt_item where attempt_id = any($1::uuid[])';
const SUBMISSIONS = `select id from submission where attempt_item_id in (${ITEMS})`;

/** Deletes attempts that leave nothing behind, in an order that the foreign keys allow. */
export const DELETE_ATTEMPTS: readonly string[] = [
  `delete from score where attempt_item_id in (${ITEMS})`,
  `delete from verdict where submission_id in (${SUBMISSIONS})`,
  `delete from submission where attempt_item_id in (${ITEMS})`,
  'delete from attempt_presence where attempt_id = any($1::uuid[])',
  'delete from attempt_event where attempt_id = any($1::uuid[])',
  `delete from response_revision where attempt_item_id in (${ITEMS})`,
  `delete from response where attempt_item_id in (${ITEMS})`,
  `update question_report set attempt_item_id = null where attempt_item_id in (${ITEMS})`,
  'delete from attempt_item where attempt_id = any($1::uuid[])',
  'delete from attempt_section where attempt_id = any($1::uuid[])',
  'delete from attempt_time_entry where attempt_id = any($1::uuid[])',
  'delete from attempt_preview where attempt_id = any($1::uuid[])',
  'delete from attempt_trial where attempt_id = any($1::uuid[])',
  `delete from attempt where id = any($1::uuid[]) and purpose in ('preview', 'trial')`,
];

/** Previews of assessments by members: attempts that leave nothing behind. */
export class PreviewRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The content that a preview is drawn from. */
  async insert(preview: PreviewToInsert): Promise<void> {
    await this.manager.insert(AttemptPreviewEntity, preview);
  }

  /** Those of the attempts that are previews, with the slug of their organization. */
  listOf(attemptIds: readonly string[]): Promise<PreviewRow[]> {
    const sql = `select p.attempt_id as "attemptId", p.assessment_id as "assessmentId", o.slug as organization
      from attempt_preview p join assessment a on a.id = p.assessment_id join organization o on o.id = a.organization_id
      where p.attempt_id = any($1::uuid[])`;
    return listRows(this.manager, PreviewRow, sql, [attemptIds]);
  }

  /** Whether the attempt is a preview of this assessment. */
  async isOf(attemptId: AttemptId, assessmentId: AssessmentId): Promise<boolean> {
    const sql = 'select attempt_id as id from attempt_preview where attempt_id = $1 and assessment_id = $2';
    return (await listRows(this.manager, PreviewId, sql, [attemptId, assessmentId])).length > 0;
  }

  /** Makes a preview, and the section that is open in it, begin earlier. Its deadlines are for `TimeRepository.refresh`. */
  async beginEarlier(attemptId: AttemptId, seconds: number): Promise<void> {
    const begun = `update attempt set started_at = started_at - make_interval(secs => $2)
      where id = $1 and purpose = 'preview' and ended_at is null`;
    await countChanged(this.manager, begun, [attemptId, seconds]);
    const entered = `update attempt_section set entered_at = entered_at - make_interval(secs => $2)
      where attempt_id = $1 and entered_at is not null and left_at is null`;
    await countChanged(this.manager, entered, [attemptId, seconds]);
  }

  /** Locks and gives previews that were begun before a time, oldest first; those that another process deletes are skipped. */
  async lockOlder(than: Date, count: number): Promise<readonly AttemptId[]> {
    const sql = `select a.id from attempt a where a.id in (
        select attempt_id from attempt_preview where created_at < $1 order by created_at limit $2)
      and a.purpose = 'preview' for update skip locked`;
    return (await listRows(this.manager, PreviewId, sql, [than, count])).map(({ id }) => id);
  }

  /** The grading jobs of code that was sent in these previews. */
  async listJobs(attemptIds: readonly AttemptId[]): Promise<readonly JobId[]> {
    const sql = `select job_id as "jobId" from submission where attempt_item_id in (${ITEMS})`;
    return (await listRows(this.manager, JobOfPreview, sql, [attemptIds])).map(({ jobId }) => jobId);
  }

  async delete(attemptIds: readonly AttemptId[]): Promise<void> {
    for (const statement of DELETE_ATTEMPTS) await this.manager.query(statement, [attemptIds]);
  }
}
