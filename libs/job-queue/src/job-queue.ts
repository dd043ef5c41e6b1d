import type { QuestionBundle } from '@holdout/bank';
import type { Job, JobReport, MaterializedData } from '@holdout/grading';
import type { ProfileReport } from '@holdout/sandbox';
import type { Languages } from './needs';
import { needsOf } from './needs';
import { type JobRank, RANKS } from './queue-names';
import type { SqlClient } from './sql-client';

export type NewJob = {
  /** UUID; a second job of the same id is not added. */
  readonly id: string;
  /** Whose turn it is: any stable key of an account or a guest; null for the system's own jobs. */
  readonly person: string | null;
  readonly rank: JobRank;
  readonly runAfter?: Date;
  /** A job that must have ended first; it ends well or not, and one that is unknown is not waited for. */
  readonly waitsFor?: string;
};

/** Where a job waits: 1 is next in the queue; held up, it is in no queue until another job has ended. */
export type QueuePlace = number | 'heldUp';

/** How a job ended. `failed` is our fault, or the author's for a materialize job; it is never a mark. */
export type JobEnd =
  { readonly kind: 'reported'; readonly report: JobReport } | { readonly kind: 'failed'; readonly reason: string };

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
  /** It takes jobs for those that are usable; the others say what is missing. Empty while it still looks. */
  readonly profiles: readonly ProfileReport[];
};

export type QueueHealth = {
  readonly waiting: number;
  readonly running: number;
  readonly oldestWaitingSeconds: number | null;
  readonly graders: readonly LiveGrader[];
};

/** Arrays of `json` rather than one document: taking a document apart, PostgreSQL refuses the NUL that code may hold. */
const ADD = `
insert into grading.job (id, kind, payload, needs, person, rank, run_after, waits_for)
select id, kind, payload, array(select json_array_elements_text(needs)), person, rank, coalesce(run_after, now()), waits_for
from unnest($1::uuid[], $2::text[], $3::json[], $4::json[], $5::text[], $6::int[], $7::timestamptz[], $8::uuid[])
  as given (id, kind, payload, needs, person, rank, run_after, waits_for)
on conflict (id) do nothing returning id`;

/** The order of `grading.claim`, with each person's jobs counted on from what they have running or just graded. */
const PLACES = `
with busy as (
  select person, count(*) as jobs from grading.job
  where (ended_at is null and leased_until > now()) or ended_at > now() - interval '1 minute' group by person
), waiting as (
  select j.id, rank() over (order by j.rank, j.turn + coalesce(busy.jobs, 0), j.created_at, j.id) as place
  from (
    select id, person, rank, created_at, row_number()
      over (partition by rank, coalesce(person, id::text) order by created_at, id) as turn
    from grading.job where ended_at is null and (leased_until is null or leased_until < now())
      and not grading.is_held_up(waits_for)
  ) j left join busy on busy.person = j.person
)
select id, place::int as place from waiting where id = any($1)
union all
select id, null from grading.job
where id = any($1) and ended_at is null and leased_until is null and grading.is_held_up(waits_for)`;

const HEALTH = `
select count(*) filter (where leased_until is null or leased_until < now())::int as waiting,
  count(*) filter (where leased_until >= now())::int as running,
  extract(epoch from now() - min(created_at) filter (where leased_until is null or leased_until < now()))::float8 as oldest
from grading.job where ended_at is null`;

const GRADERS = `
select id, host, version, profiles from grading.grader
where heartbeat_at > now() - interval '15 seconds' order by host, id`;

const FAILED = `
select j.id, j.payload, r.failure, r.handed_in_at from grading.report r join grading.job j on j.id = r.job_id
where r.failure is not null order by r.handed_in_at limit $1`;

/** The API's side of the queue. It lives in the caller's transaction: a roll-back takes back all it did. */
export class JobQueue {
  constructor(private readonly sql: SqlClient) {}

  /** True when the job is new, false when one of this id is there already. */
  async add(job: Job, placing: NewJob): Promise<boolean> {
    return (await this.addAll([{ job, ...placing }])) === 1;
  }

  /** The same for many jobs, at the price of one; how many of them are new. */
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
    ]);
    return added.length;
  }

  /** Moves a job that waits among those of a higher rank: somebody has come to wait for it. */
  async hasten(jobId: string, rank: JobRank): Promise<void> {
    const values = [jobId, RANKS[rank]];
    await this.sql.query('update grading.job set rank = $2 where id = $1 and rank > $2 and ended_at is null', values);
  }

  /** Null when the job does not wait: running, ended or unknown. */
  async placeInQueue(jobId: string): Promise<QueuePlace | null> {
    return (await this.placesInQueue([jobId])).get(jobId) ?? null;
  }

  /** The same for many jobs, at the price of one; those that do not wait are left out. */
  async placesInQueue(jobIds: readonly string[]): Promise<ReadonlyMap<string, QueuePlace>> {
    const rows = (await this.sql.query(PLACES, [jobIds])) as { id: string; place: number | null }[];
    return new Map(rows.map(({ id, place }) => [id, place ?? 'heldUp']));
  }

  /** Hands over ended jobs, each once, oldest first; two takers never get the same. */
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

  /** Jobs that ended without a report, after all their tries or for a reason that no further try would mend. */
  async jobsDeadAfterTries(limit: number): Promise<readonly FailedJob[]> {
    return ((await this.sql.query(FAILED, [limit])) as FailedRow[]).map((row) => ({
      jobId: row.id,
      job: row.payload,
      reason: row.failure,
      failedAt: row.handed_in_at,
    }));
  }

  /** Queues an ended job anew, with all its tries; false unless it has ended and its report has been taken. */
  async retry(jobId: string): Promise<boolean> {
    const [row] = await this.sql.query('select grading.retry($1) as retried', [jobId]);
    return row?.['retried'] === true;
  }

  /** Deletes jobs with the code they carry and what it printed; a grader at work on one finds that it has lost it. */
  async forget(jobIds: readonly string[]): Promise<void> {
    // Held first, so that no grader hands in a report in between.
    await this.sql.query('select from grading.job where id = any($1::uuid[]) order by id for update', [jobIds]);
    await this.sql.query('delete from grading.report where job_id = any($1::uuid[])', [jobIds]);
    await this.sql.query('delete from grading.job where id = any($1::uuid[])', [jobIds]);
  }

  /** Keeps bundles, by their hashes, for graders; of one hash there is only ever one. */
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
