import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { CandidateId, JobId } from '../ids';
import { id, listRows, row } from '../rows';
import { SAME_PERSON } from './candidate-records';

const ATTEMPTS = `(candidate_id in (${SAME_PERSON})
  or id in (select attempt_id from attempt_trial where candidate_id in (${SAME_PERSON})))`;
const ITEMS = `select id from attempt_item where attempt_id in (select id from attempt where ${ATTEMPTS})`;

/** As in `ErasureRepository`: each statement waits for writers in progress, and later ones find the row closed. */
const CLOSE = [
  `update candidate set erased_at = $2 where erased_at is null and id in (${SAME_PERSON})`,
  `update attempt set erased_at = $2, ended_at = coalesce(ended_at, $2), ended_by = coalesce(ended_by, 'candidate')
   where ${ATTEMPTS}`,
  `update attempt_item set fixed_at = $2, fixed_by = 'ended' where fixed_at is null and id in (${ITEMS})`,
  `update review_task set cancelled_at = $2
   where done_at is null and cancelled_at is null and attempt_item_id in (${ITEMS})`,
];

/** Scores stay: they are numbers without personal data. */
const ERASE = [
  `delete from verdict where submission_id in (select id from submission where attempt_item_id in (${ITEMS}))`,
  `update submission set source = '', own_input = null where attempt_item_id in (${ITEMS})`,
  `delete from review_note where review_id in (
     select r.id from review r join review_task t on t.id = r.task_id where t.attempt_item_id in (${ITEMS}))`,
  `delete from review_resolution where disagreement_id in (
     select id from review_disagreement where attempt_item_id in (${ITEMS}))`,
  `delete from review_disagreement where resolved_at is null and attempt_item_id in (${ITEMS})`,
  `delete from review_calibration_answer where attempt_item_id in (${ITEMS})`,
  `delete from attempt_presence where attempt_id in (select id from attempt where ${ATTEMPTS})`,
  `delete from attempt_event where attempt_id in (select id from attempt where ${ATTEMPTS})`,
  `delete from attempt_message where attempt_id in (select id from attempt where ${ATTEMPTS})`,
  `delete from similarity_pair where left_item_id in (${ITEMS}) or right_item_id in (${ITEMS})`,
  `delete from late_answer where attempt_item_id in (${ITEMS})`,
  `delete from response_revision where attempt_item_id in (${ITEMS})`,
  `delete from response where attempt_item_id in (${ITEMS})`,
  `update question_report set text = '' where attempt_item_id in (${ITEMS})`,
  `update attempt_score set reason = null where attempt_id in (select id from attempt where ${ATTEMPTS})`,
  `delete from decision where attempt_id in (select id from attempt where ${ATTEMPTS})`,
  `delete from time_request where invitation_id in (select id from invitation where candidate_id in (${SAME_PERSON}))`,
  `delete from seat_code where organization_id = (select organization_id from candidate where id = $1)
     and email in (select email from candidate_profile where candidate_id in (${SAME_PERSON}))`,
  `update invitation set email = '' where candidate_id in (${SAME_PERSON})`,
  `delete from candidate_profile where candidate_id in (${SAME_PERSON})`,
];

const Address = row({ email: z.string() });
const JobOfCandidate = row({ jobId: id<JobId>() });

/** Erases what a candidate wrote in one organization, within one transaction. */
export class CandidateErasureRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The grading jobs that contain the candidate's code; the queue deletes them. */
  async listJobs(candidateId: CandidateId): Promise<string[]> {
    const sql = `select job_id as "jobId" from submission where attempt_item_id in (${ITEMS})`;
    return (await listRows(this.manager, JobOfCandidate, sql, [candidateId])).map(({ jobId }) => jobId);
  }

  /** Closes the candidate's records and attempts, so that nothing can be added to what `eraseWork` deletes. */
  async close(candidateId: CandidateId, now: Date): Promise<void> {
    for (const statement of CLOSE) await this.manager.query(statement, [candidateId, now]);
  }

  /** Every address that the organization has of the person; mails to them are deleted, too. */
  async listAddresses(candidateId: CandidateId): Promise<readonly string[]> {
    const sql = `select email from candidate_profile where candidate_id in (${SAME_PERSON})
      union select email from invitation where candidate_id in (${SAME_PERSON}) and email <> ''`;
    return (await listRows(this.manager, Address, sql, [candidateId])).map(({ email }) => email);
  }

  async eraseWork(candidateId: CandidateId): Promise<void> {
    for (const statement of ERASE) await this.manager.query(statement, [candidateId]);
  }
}
