import type { EntityManager } from 'typeorm';
import type { AccountId, GuestId, JobId } from '../ids';
import { id, listRows, row } from '../rows';

const ITEMS = `select i.id from attempt_item i join attempt a on a.id = i.attempt_id
  where a.purpose = 'practice' and (a.account_id = $1 or a.guest_id = $2)`;

/** Erases what a person wrote and what their programs printed. Scores stay: they are numbers without personal data. */
const ERASE = [
  `delete from verdict where submission_id in (select id from submission where attempt_item_id in (${ITEMS}))`,
  `update submission set source = '', own_input = null where attempt_item_id in (${ITEMS})`,
  `delete from response_revision where attempt_item_id in (${ITEMS})`,
  `delete from response where attempt_item_id in (${ITEMS})`,
  `update question_report set text = '' where account_id = $1 or guest_id = $2`,
];

const JobOfPerson = row({ jobId: id<JobId>() });

type Owner = { readonly accountId: AccountId | null; readonly guestId: GuestId | null };

/** Erases what people wrote. */
export class ErasureRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The grading jobs that contain the person's code; the queue deletes them. */
  async listJobs({ accountId, guestId }: Owner): Promise<string[]> {
    const find = `select job_id as "jobId" from submission where attempt_item_id in (${ITEMS})`;
    const jobs = await listRows(this.manager, JobOfPerson, find, [accountId, guestId]);
    return jobs.map(({ jobId }) => jobId);
  }

  async eraseWork(owner: Owner): Promise<void> {
    for (const statement of ERASE) await this.manager.query(statement, [owner.accountId, owner.guestId]);
  }
}
