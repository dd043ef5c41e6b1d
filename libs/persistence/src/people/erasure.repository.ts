import type { EntityManager } from 'typeorm';
import type { AccountId, GuestId } from '../ids';

const ITEMS = `select i.id from attempt_item i join attempt a on a.id = i.attempt_id
  where a.purpose = 'practice' and (a.account_id = $1 or a.guest_id = $2)`;

/** What a person wrote and what programs of theirs printed. Scores stay: they are numbers under ids that say nothing. */
const ERASE = [
  `delete from verdict where submission_id in (select id from submission where attempt_item_id in (${ITEMS}))`,
  `update submission set source = '', own_input = null where attempt_item_id in (${ITEMS})`,
  `delete from response_revision where attempt_item_id in (${ITEMS})`,
  `delete from response where attempt_item_id in (${ITEMS})`,
  `update question_report set text = '' where account_id = $1 or guest_id = $2`,
];

type Owner = { readonly accountId: AccountId | null; readonly guestId: GuestId | null };

/** Takes a person's own words out of the data. */
export class ErasureRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The grading jobs that carry the person's code; they are the queue's to forget. */
  async listJobs(owner: Owner): Promise<string[]> {
    const find = `select job_id as "jobId" from submission where attempt_item_id in (${ITEMS})`;
    const rows: { jobId: string }[] = await this.manager.query(find, [owner.accountId, owner.guestId]);
    return rows.map(({ jobId }) => jobId);
  }

  async eraseWork(owner: Owner): Promise<void> {
    for (const statement of ERASE) await this.manager.query(statement, [owner.accountId, owner.guestId]);
  }
}
