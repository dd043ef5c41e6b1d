import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { CandidateId, JobId } from '../ids';
import { id, listRows, row } from '../rows';
import { SAME_PERSON } from './candidate-records';
import { closingOf, erasingOf, itemsOf } from './work-erasure';

const ATTEMPTS = `(candidate_id in (${SAME_PERSON})
  or id in (select attempt_id from attempt_trial where candidate_id in (${SAME_PERSON})))`;
const ITEMS = itemsOf(ATTEMPTS);

const CLOSE = [
  `update candidate set erased_at = $2 where erased_at is null and id in (${SAME_PERSON})`,
  ...closingOf(ATTEMPTS),
];

const INVITATIONS = `select id from invitation where candidate_id in (${SAME_PERSON})`;
const ERASE = [
  ...erasingOf(ATTEMPTS),
  `delete from decision where attempt_id in (select id from attempt where ${ATTEMPTS})`,
  `delete from external_ref where organization_id = (select organization_id from candidate where id = $1)
     and object_id in (${SAME_PERSON} union all ${INVITATIONS} union all select id from attempt where ${ATTEMPTS})`,
  `delete from time_request where invitation_id in (${INVITATIONS})`,
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
