import type { EntityManager } from 'typeorm';
import type { AccountId, GuestId, JobId } from '../ids';
import { id, listRows, row } from '../rows';

const ATTEMPTS = `a.purpose in ('practice', 'preview') and (a.account_id = $1 or a.guest_id = $2)`;
const ITEMS = `select i.id from attempt_item i join attempt a on a.id = i.attempt_id where ${ATTEMPTS}`;

const MARK = [
  'update account set erased_at = $3 where id = $1 and $2::uuid is null',
  'update guest set erased_at = $3 where id = $2 and $1::uuid is null',
];

/**
 * Closes whatever the person could still write into. Each statement waits for the writers that hold the row, and those
 * that come later find it closed: `PersonRepository.hold` the person, code and its verdicts the attempt, answers the item.
 */
const CLOSE = [
  `update attempt a set erased_at = $3, ended_at = coalesce(ended_at, $3), ended_by = coalesce(ended_by, 'candidate')
   where ${ATTEMPTS}`,
  `update attempt_item set fixed_at = $3, fixed_by = 'ended' where fixed_at is null and id in (${ITEMS})`,
];

/** Erases what a person wrote and what their programs printed. Scores stay: they are numbers without personal data. */
const ERASE = [
  `delete from verdict where submission_id in (select id from submission where attempt_item_id in (${ITEMS}))`,
  `update submission set source = '', own_input = null where attempt_item_id in (${ITEMS})`,
  `delete from attempt_presence where attempt_id in (select a.id from attempt a where ${ATTEMPTS})`,
  `delete from attempt_event where attempt_id in (select a.id from attempt a where ${ATTEMPTS})`,
  `delete from response_revision where attempt_item_id in (${ITEMS})`,
  `delete from response where attempt_item_id in (${ITEMS})`,
  `update question_report set text = '' where account_id = $1 or guest_id = $2`,
  `delete from account_link where guest_id = $2 or account_id = $1
     or email = (select email from account_profile where account_id = $1 and $2::uuid is null)`,
  `delete from api_token where account_id = $1 and $2::uuid is null`,
  `delete from cohort_view where account_id = $1 and $2::uuid is null`,
  `update invitation set email = '' where used_at is not null
     and email = (select email from account_profile where account_id = $1 and $2::uuid is null)`,
];

const JobOfPerson = row({ jobId: id<JobId>() });

type Owner = { readonly accountId: AccountId | null; readonly guestId: GuestId | null };

/** Erases what people wrote, within one transaction. */
export class ErasureRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The grading jobs that contain the person's code; the queue deletes them. */
  async listJobs({ accountId, guestId }: Owner): Promise<string[]> {
    const find = `select job_id as "jobId" from submission where attempt_item_id in (${ITEMS})`;
    const jobs = await listRows(this.manager, JobOfPerson, find, [accountId, guestId]);
    return jobs.map(({ jobId }) => jobId);
  }

  /** Marks the person as erased: the first step, after which none of their sessions or attempts can begin. */
  async mark(owner: Owner, now: Date): Promise<void> {
    for (const statement of MARK) await this.manager.query(statement, [owner.accountId, owner.guestId, now]);
  }

  /** Closes the person's attempts, so that nothing can be added to what `eraseWork` deletes. */
  async close(owner: Owner, now: Date): Promise<void> {
    for (const statement of CLOSE) await this.manager.query(statement, [owner.accountId, owner.guestId, now]);
  }

  async eraseWork(owner: Owner): Promise<void> {
    for (const statement of ERASE) await this.manager.query(statement, [owner.accountId, owner.guestId]);
  }
}
