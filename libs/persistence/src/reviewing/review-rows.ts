import type { Levels } from '@holdout/scoring';
import { z } from 'zod';
import type {
  AccountId,
  AssessmentId,
  AttemptId,
  AttemptItemId,
  OrganizationId,
  ReviewDisagreementId,
  ReviewQueueId,
  ReviewTaskId,
} from '../ids';
import { id, json, row } from '../rows';

/** The answers to one question of an assessment, and by which rubric they are marked now. */
export type ReviewQueueRow = z.infer<typeof ReviewQueueRow>;
export const ReviewQueueRow = row({
  id: id<ReviewQueueId>(),
  organizationId: id<OrganizationId>(),
  assessmentId: id<AssessmentId>(),
  assessmentTitle: z.string(),
  versionId: id(),
  rubricVersionId: id(),
  round: z.int(),
  title: z.string(),
  kind: z.string(),
});
export const QUEUE = `q.id, q.organization_id as "organizationId", q.assessment_id as "assessmentId",
  s.title as "assessmentTitle", q.question_version_id as "versionId", q.rubric_version_id as "rubricVersionId", q.round,
  v.title, v.kind`;
export const QUEUE_TABLES = `review_queue q join assessment s on s.id = q.assessment_id
  join question_version v on v.id = q.question_version_id`;

/** One mark of one answer that a reviewer is asked for. */
export type ReviewTaskRow = z.infer<typeof ReviewTaskRow>;
export const ReviewTaskRow = row({
  id: id<ReviewTaskId>(),
  queueId: id<ReviewQueueId>(),
  attemptId: id<AttemptId>(),
  itemId: id<AttemptItemId>(),
  round: z.int(),
  /** 1 for the first mark of the answer, 2 for the second. */
  mark: z.int(),
  accountId: id<AccountId>().nullable(),
  dueAt: z.date().nullable(),
  doneAt: z.date().nullable(),
});
export const TASK = `t.id, t.queue_id as "queueId", (select attempt_id from attempt_item where id = t.attempt_item_id) as "attemptId",
  t.attempt_item_id as "itemId", t.round, t.mark, t.account_id as "accountId", t.due_at as "dueAt", t.done_at as "doneAt"`;

/** What was marked of one answer in the round that counts, for settling it. */
export type MarkToSettle = z.infer<typeof MarkToSettle>;
export const MarkToSettle = row({
  assessmentId: id<AssessmentId>(),
  queueId: id<ReviewQueueId>(),
  itemId: id<AttemptItemId>(),
  round: z.int(),
  mark: z.int(),
  rubricVersionId: id(),
  /** The newest; null until the task is done. */
  levels: json<Levels | null>(),
  disagreementId: id<ReviewDisagreementId>().nullable(),
  resolved: json<Levels | null>(),
});
