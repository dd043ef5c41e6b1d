import type { QuestionBundle } from '@holdout/bank';
import type { Job, JobReport, MaterializedData } from '@holdout/grading';
import type { ProfileReport } from '@holdout/sandbox';
import type { Languages } from './needs';
import { needsOf } from './needs';
import { type JobRank, RANKS } from './queue-names';
import type { SqlClient } from './sql-client';

export type NewJob = {
  /** A UUID; adding a second job with the same id has no effect. */
  readonly id: string;
  /** For fairness: a stable key of an account or a guest; null for system jobs. */
  readonly person: string | null;
  /** For fairness between guests and accounts that cost nothing to make: a key of the address block; absent for others. */
  readonly block?: string | null;
  readonly rank: JobRank;
  readonly runAfter?: Date;
  /** A job that must have ended first, with success or not. An unknown id is not waited for. */
  readonly waitsFor?: string;
};

/** The position of a job: 1 is next. A job that waits for another one has no position yet. */
export type QueuePlace = number | 'heldUp';

/** How a job ended. `failed` is a failure of ours, or the author's mistake for a materialize job; never a score. */
export type JobEnd =
  { readonly kind: 'reported'; readonly report: JobReport } | { readonly kind: 'failed'; readonly reason: string };

/** How long one job has held a slot. A second at least; a running one has ended 0 s ago. */
export type SlotUse = {
  readonly seconds: number;
  readonly endedAgo: number;
  readonly isPersons: boolean;
  readonly isBlocks: boolean;
};

export type TakenReport = {
  readonly jobId: string;
  readonly job: Job;
  readonly person: string | null;
  readonly handedInAt: Date;
  readonly end: JobEnd;
};

export type FailedJob = { readonly jobId: string; readonly job: Job; readonly reason: string; readonly failedAt: Date };

export type LiveGrader = {
  readonly id: string;
  readonly host: string;
  readonly version: string;
  /** The grader claims jobs for usable profiles; the others state what is missing. Empty before the first measurement. */
  readonly profiles: readonly ProfileReport[];
};

export type QueueHealth = {
  readonly waiting: number;
  readonly running: number;
  readonly oldestWaitingSeconds: number | null;
  readonly graders: readonly LiveGrader[];
};

/** Arrays of `json` instead of one document: PostgreSQL refuses to extract a text with NUL, which code may contain. */
const ADD = `
insert into grading.job (id, kind, payload, needs, person, rank, run_after, waits_for, block)
select id, kind, payload, array(select json_array_elements_text(needs)), person, rank, coalesce(run_after, now()), waits_for,
  block
from unnest($1::uuid[], $2::text[], $3::json[], $4::json[], $5::text[], $6::int[], $7::timestamptz[], $8::uuid[], $9::text[])
  as given (id, kind, payload, needs, person, rank, run_after, waits_for, block)
on conflict (id) do nothing returning id`;

/** The order of `grading.claim`. The later jobs of a person are placed as if the earlier ones had cost what is usual. */
const PLACES = `
with turns as (
  select w.*, row_number() over (partition by w.effective_rank, coalesce(j.person, j.id::text)
    order by w.created_at, w.job_id) - 1 as before
  from grading.waiting_jobs() w join grading.job j on j.id = w.job_id
), waiting as (
  select job_id as id, rank() over (order by is_system, has_running, effective_rank, weight + before * mean_seconds,
    person_seconds + before * mean_seconds, created_at, job_id) as place
  from turns
)
select id, place::int as place from waiting where id = any($1)
union all
select id, null from grading.job
where id = any($1) and ended_at is null and leased_until is null and grading.is_held_up(waits_for)`;

/** Seconds are counted back from now, because the caller may have another clock. */
const RECENT_USE = `
select seconds, coalesce(extract(epoch from now() - ended_at), 0)::float8 as "endedAgo",
  person = $1 as "isPersons", coalesce(block = $2, false) as "isBlocks"
from grading.recent_use() where person = $1 or block = $2`;

const HEALTH = `
select count(*) filter (where leased_until is null or leased_until < now())::int as waiting,
  count(*) filter (where leased_until >= now())::int as running,
  extract(epoch from now() - min(created_at) filter (where leased_until is null or leased_until < now()))::float8 as oldest
from grading.job where ended_at is null`;

const GRADERS = `
select id, host, version, profiles from grading.grader
where heartbeat_at > now() - interval '15 seconds' order by host, id`;

const HAS_GRADER = `select exists (select from grading.grader where heartbeat_at > now() - interval '15 seconds') as has`;

const FAILED = `
select j.id, j.payload, r.failure, r.handed_in_at from grading.report r join grading.job j on j.id = r.job_id
where r.failure is not null order by r.handed_in_at limit $1`;

/** The API's side of the queue. It runs in the caller's transaction, so a rollback undoes everything. */
export class JobQueue {
  constructor(private readonly sql: SqlClient) {}

  /** Adds a job; false if a job with this id exists. */
  async add(job: Job, placing: NewJob): Promise<boolean> {
    return (await this.addAll([{ job, ...placing }])) === 1;
  }

  /** Adds many jobs with one statement; returns how many are new. */
  async addAll(jobs: readonly (NewJob & { readonly job: Job })[]): Promise<number> {
    const languages = await this.languagesOf(jobs.map(({ job }) => job.bundleHash));
    const added = await this.sql.query(ADD, [
      jobs.map(({ id }) => id),
      jobs.map(({ job }) => job.kind),
      jobs.map(({ job }) => JSON.stringify(job)),
      jobs.map(({ job }) => JSON.stringify(needsOf(job, languages.get(job.bundleHash) ?? {}))),
      jobs.map(({ person }) => person),
      jobs.map(({ rank }) => RANKS[rank]),
      jobs.map(({ runAfter }) => runAfter ?? null),
      jobs.map(({ waitsFor }) => waitsFor ?? null),
      jobs.map(({ block }) => block ?? null),
    ]);
    return added.length;
  }

  /** Raises the rank of a waiting job, because a person now waits for it. */
  async hasten(jobId: string, rank: JobRank): Promise<void> {
    const values = [jobId, RANKS[rank]];
    await this.sql.query('update grading.job set rank = $2 where id = $1 and rank > $2 and ended_at is null', values);
  }

  /** The position of a waiting job; null if it is running, ended or unknown. */
  async placeInQueue(jobId: string): Promise<QueuePlace | null> {
    return (await this.placesInQueue([jobId])).get(jobId) ?? null;
  }

  /** The positions of many jobs with one statement; jobs that do not wait are left out. */
  async placesInQueue(jobIds: readonly string[]): Promise<ReadonlyMap<string, QueuePlace>> {
    const rows = (await this.sql.query(PLACES, [jobIds])) as { id: string; place: number | null }[];
    return new Map(rows.map(({ id, place }) => [id, place ?? 'heldUp']));
  }

  /** The slot time that a person and an address block have used in the last ten minutes, job by job. */
  async recentUse(person: string, block: string | null): Promise<readonly SlotUse[]> {
    return (await this.sql.query(RECENT_USE, [person, block])) as unknown as readonly SlotUse[];
  }

  /** Takes the reports of ended jobs, oldest first. Each is taken once, also by concurrent callers. */
  async takeReports(limit: number): Promise<readonly TakenReport[]> {
    return ((await this.sql.query('select * from grading.take_reports($1)', [limit])) as TakenRow[]).map(
      ({ job_id, payload, person, content, failure, handed_in_at }) => ({
        jobId: job_id,
        job: payload,
        person,
        handedInAt: handed_in_at,
        end: content ? { kind: 'reported', report: content } : { kind: 'failed', reason: failure ?? '' },
      }),
    );
  }

  /** The key of the address block of a guest's job; null for others. */
  async blockOfGuest(jobId: string): Promise<string | null> {
    const find = 'select block from grading.job where id = $1 and rank = $2';
    const [row] = (await this.sql.query(find, [jobId, RANKS.guest])) as { block: string | null }[];
    return row?.block ?? null;
  }

  /** Jobs that ended without a report, after all tries or for a reason that a retry cannot fix. */
  async jobsDeadAfterTries(limit: number): Promise<readonly FailedJob[]> {
    return ((await this.sql.query(FAILED, [limit])) as FailedRow[]).map((row) => ({
      jobId: row.id,
      job: row.payload,
      reason: row.failure,
      failedAt: row.handed_in_at,
    }));
  }

  /** Queues an ended job again, with all its tries; false unless it has ended and its report was taken. */
  async retry(jobId: string): Promise<boolean> {
    const [row] = await this.sql.query('select grading.retry($1) as retried', [jobId]);
    return row?.['retried'] === true;
  }

  /** Deletes jobs with their code and output. A grader that runs one loses its lease. */
  async forget(jobIds: readonly string[]): Promise<void> {
    // Lock first, so that no grader can send a report in between.
    await this.sql.query('select from grading.job where id = any($1::uuid[]) order by id for update', [jobIds]);
    await this.sql.query('delete from grading.report where job_id = any($1::uuid[])', [jobIds]);
    await this.sql.query('delete from grading.job where id = any($1::uuid[])', [jobIds]);
  }

  /** Stores bundles by hash for graders; a hash that exists is not stored again. */
  async storeBundles(bundles: ReadonlyMap<string, QuestionBundle>): Promise<void> {
    const insert = `insert into grading.bundle (hash, content) select * from unnest($1::text[], $2::json[]) on conflict do nothing`;
    const contents = [...bundles.values()].map((bundle) => JSON.stringify(bundle));
    await this.sql.query(insert, [[...bundles.keys()], contents]);
  }

  /** The public cases of a version in a scope; null until they are materialized. */
  async publicData(bundleHash: string, scope: string): Promise<MaterializedData | null> {
    const find = "select content from grading.data where bundle_hash = $1 and scope = $2 and part = 'public'";
    const [row] = (await this.sql.query(find, [bundleHash, scope])) as { content: MaterializedData }[];
    return row?.content ?? null;
  }

  /** Whether any grader has said in the last 15 s that it works. */
  async hasGrader(): Promise<boolean> {
    const [row] = await this.sql.query(HAS_GRADER);
    return row?.['has'] === true;
  }

  async health(): Promise<QueueHealth> {
    const [counts] = (await this.sql.query(HEALTH)) as { waiting: number; running: number; oldest: number | null }[];
    const graders = (await this.sql.query(GRADERS)) as unknown as LiveGrader[];
    return {
      waiting: counts?.waiting ?? 0,
      running: counts?.running ?? 0,
      oldestWaitingSeconds: counts?.oldest ?? null,
      graders,
    };
  }

  private async languagesOf(bundleHashes: readonly string[]): Promise<ReadonlyMap<string, Languages>> {
    const find =
      "select hash, content #> '{candidate,languages}' as languages from grading.bundle where hash = any($1)";
    const rows = (await this.sql.query(find, [bundleHashes])) as { hash: string; languages: Languages | null }[];
    return new Map(rows.map(({ hash, languages }) => [hash, languages ?? {}]));
  }
}

type TakenRow = {
  job_id: string;
  payload: Job;
  person: string | null;
  content: JobReport | null;
  failure: string | null;
  handed_in_at: Date;
};

type FailedRow = { id: string; payload: Job; failure: string; handed_in_at: Date };
