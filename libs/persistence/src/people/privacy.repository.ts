import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AttemptId, CandidateId, JobId, OrganizationId } from '../ids';
import { countChanged, findRow, getRow, id, listRows, row } from '../rows';
import { closingOf, erasingOf, itemsOf } from './work-erasure';

const MONTHS = {
  /** What pages recorded during attempts: edits, pastes, focus. */
  recordings: z.int().nullable(),
  /** Answers and programs, messages, and what reviewers wrote. */
  answers: z.int().nullable(),
  /** Names and addresses, with all that is left. */
  people: z.int().nullable(),
};

export type Privacy = z.infer<typeof Privacy>;
const Privacy = row({ ...MONTHS, hidesNames: z.boolean() });
/** Months after which each kind is deleted; null keeps it. */
export type Retention = Omit<Privacy, 'hidesNames'>;
const PrivacyOf = row({ organizationId: id<OrganizationId>(), ...MONTHS });
const HidesNames = row({ organizationId: id<OrganizationId>() });

/** How many attempts and people are due for deletion. */
export type RetentionCounts = z.infer<typeof RetentionCounts>;
const RetentionCounts = row({ recordings: z.int(), answers: z.int(), people: z.int() });

const WithAttempt = row({ id: id<AttemptId>() });
const WithCandidate = row({ id: id<CandidateId>() });
const WithJob = row({ id: id<JobId>() });

const KEEP: Privacy = { recordings: null, answers: null, people: null, hidesNames: false };
const COLUMNS = `recordings_months as recordings, answers_months as answers, people_months as people`;

/** An end of the time for which something is kept, in months before $2; nothing is before null. */
const before = (months: string): string => `< $2::timestamptz - make_interval(months => ${months}::int)`;

const RECORDED = (months: string): string => `a.organization_id = $1 and a.candidate_id is not null
  and a.ended_at ${before(months)} and exists (select from attempt_event e where e.attempt_id = a.id)`;
const ANSWERED = (
  months: string,
): string => `a.organization_id = $1 and a.candidate_id is not null and a.erased_at is null
  and a.ended_at ${before(months)}`;
/** Nothing has happened with any record of the person, and nothing can: no invitation is open and no attempt runs. */
const FORGOTTEN = (months: string): string => `c.organization_id = $1 and c.erased_at is null and c.merged_into is null
  and c.created_at ${before(months)}
  and not exists (select from candidate same join invitation i on i.candidate_id = same.id
    where c.id in (same.id, same.merged_into)
      and not coalesce(greatest(i.created_at, i.expires_at) ${before(months)}, false))
  and not exists (select from candidate same join attempt a on a.candidate_id = same.id
    where c.id in (same.id, same.merged_into) and not coalesce(a.ended_at ${before(months)}, false))`;

/** What organizations keep of candidates, and for how long. */
export class PrivacyRepository {
  constructor(private readonly manager: EntityManager) {}

  async get(organizationId: OrganizationId): Promise<Privacy> {
    const sql = `select ${COLUMNS}, hides_names as "hidesNames" from organization_privacy where organization_id = $1`;
    return (await findRow(this.manager, Privacy, sql, [organizationId])) ?? KEEP;
  }

  async save(organizationId: OrganizationId, { recordings, answers, people, hidesNames }: Privacy): Promise<void> {
    await this.manager.query(
      `insert into organization_privacy values ($1, $2, $3, $4, $5) on conflict (organization_id) do update set
         recordings_months = excluded.recordings_months, answers_months = excluded.answers_months,
         people_months = excluded.people_months, hides_names = excluded.hides_names`,
      [organizationId, recordings, answers, people, hidesNames],
    );
  }

  /** Those of the organizations that hide names until there is a decision. */
  async listHiding(ids: readonly OrganizationId[]): Promise<readonly OrganizationId[]> {
    const sql = `select organization_id as "organizationId" from organization_privacy
      where hides_names and organization_id = any($1::uuid[])`;
    return (await listRows(this.manager, HidesNames, sql, [ids])).map(({ organizationId }) => organizationId);
  }

  /** The organizations that delete something. */
  listDeleting() {
    const sql = `select organization_id as "organizationId", ${COLUMNS} from organization_privacy
      where num_nonnulls(recordings_months, answers_months, people_months) > 0 order by organization_id`;
    return listRows(this.manager, PrivacyOf, sql);
  }

  /** What would be deleted now. */
  count(
    organizationId: OrganizationId,
    { recordings, answers, people }: Retention,
    now: Date,
  ): Promise<RetentionCounts> {
    const sql = `select (select count(*)::int from attempt a where ${RECORDED('$3')}) as recordings,
      (select count(*)::int from attempt a where ${ANSWERED('$4')}) as answers,
      (select count(*)::int from candidate c where ${FORGOTTEN('$5')}) as people`;
    return getRow(this.manager, RetentionCounts, sql, [organizationId, now, recordings, answers, people]);
  }

  async listRecorded(organizationId: OrganizationId, months: number, now: Date, first: number) {
    const sql = `select a.id from attempt a where ${RECORDED('$3')} order by a.id limit $4`;
    return (await listRows(this.manager, WithAttempt, sql, [organizationId, now, months, first])).map((one) => one.id);
  }

  async listAnswered(organizationId: OrganizationId, months: number, now: Date, first: number) {
    const sql = `select a.id from attempt a where ${ANSWERED('$3')} order by a.id limit $4`;
    return (await listRows(this.manager, WithAttempt, sql, [organizationId, now, months, first])).map((one) => one.id);
  }

  async listForgotten(organizationId: OrganizationId, months: number, now: Date, first: number) {
    const sql = `select c.id from candidate c where ${FORGOTTEN('$3')} order by c.id limit $4`;
    return (await listRows(this.manager, WithCandidate, sql, [organizationId, now, months, first])).map(
      (one) => one.id,
    );
  }

  deleteRecordings(attemptIds: readonly AttemptId[]): Promise<number> {
    return countChanged(this.manager, 'delete from attempt_event where attempt_id = any($1::uuid[])', [attemptIds]);
  }

  /** The grading jobs that contain code of these attempts. */
  async listJobs(attemptIds: readonly AttemptId[]): Promise<string[]> {
    const sql = `select job_id as id from submission where attempt_item_id in (${itemsOf('id = any($1::uuid[])')})`;
    return (await listRows(this.manager, WithJob, sql, [attemptIds])).map((one) => one.id);
  }

  /** Deletes what was written in the attempts; nothing can be added to them afterwards. */
  async eraseWork(attemptIds: readonly AttemptId[], now: Date): Promise<void> {
    const attempts = 'id = any($1::uuid[])';
    for (const statement of closingOf(attempts)) await this.manager.query(statement, [attemptIds, now]);
    for (const statement of erasingOf(attempts)) await this.manager.query(statement, [attemptIds]);
  }
}
