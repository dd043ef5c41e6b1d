const AS_OWNER = 'security definer set search_path = pg_catalog, pg_temp';

/** Someone is light below this many seconds of slot time in the last ten minutes; guests of one address block together. */
const LIGHT_SECONDS = { person: 30, block: 60 } as const;

/**
 * Fair by time, not by count: the queue knows how long each job has held a slot. A person with a running job comes after
 * all others, a heavy one goes one rank lower, and a grader may keep a slot for those who are light and have nothing
 * running. Guests cost nothing to make, so they are also added up by address block.
 */
export const FAIRNESS = `
alter table grading.job add column block text;
alter table grading.job add column claimed_at timestamptz;
-- Of runs that were handed in. A failure of ours costs nobody anything.
alter table grading.job add column held_seconds double precision not null default 0;

-- What the jobs of the last ten minutes have cost so far. Each counts for a second at least, so that people take turns.
create function grading.recent_use()
returns table (person text, block text, is_running boolean, seconds double precision, ended_at timestamptz)
language sql stable ${AS_OWNER} as $$
  select j.person, j.block, true, greatest(1, j.held_seconds + extract(epoch from now() - j.claimed_at)), null::timestamptz
  from grading.job j where j.ended_at is null and j.leased_until > now()
  union all
  select j.person, j.block, false, greatest(1, j.held_seconds), j.ended_at
  from grading.job j where j.ended_at > now() - interval '10 minutes' and j.claimed_at is not null
$$;

-- How every open job that waits for nothing is placed; the least comes first.
create function grading.waiting_jobs() returns table (
  job_id uuid, is_system boolean, has_running boolean, effective_rank integer, is_light boolean,
  weight double precision, person_seconds double precision, mean_seconds double precision, created_at timestamptz
) language sql stable ${AS_OWNER} as $$
  with recent as materialized (select * from grading.recent_use()),
  persons as (
    select person, count(*) filter (where is_running) as running, sum(seconds) as seconds, avg(seconds) as mean
    from recent where person is not null group by person
  ), blocks as (
    select block, count(*) filter (where is_running) as running, sum(seconds) as seconds
    from recent where block is not null group by block
  ), placed as (
    select j.id, j.rank, j.created_at, coalesce(p.running, 0) as running, coalesce(b.running, 0) as block_running,
      coalesce(p.seconds, 0) as seconds, coalesce(b.seconds, p.seconds, 0) as weight, coalesce(p.mean, 1) as mean,
      coalesce(p.seconds, 0) >= ${LIGHT_SECONDS.person} or coalesce(b.seconds, 0) >= ${LIGHT_SECONDS.block} as is_heavy
    from grading.job j left join persons p on p.person = j.person left join blocks b on b.block = j.block
    where j.ended_at is null and (j.leased_until is null or j.leased_until < now())
      and not grading.is_held_up(j.waits_for)
  )
  select id, rank = 3, running > 0, rank + is_heavy::integer, rank < 3 and not is_heavy and running + block_running = 0,
    weight, seconds, mean, created_at
  from placed
$$;

drop function grading.claim(uuid, text[], integer, integer);
create function grading.claim(
  claimer uuid, profiles text[], lease_seconds integer, last_rank integer, light_only boolean default false
) returns table (job_id uuid, run_id uuid, payload json, rank smallint, is_last_try boolean)
language sql ${AS_OWNER} as $$
  select grading.end_abandoned();
  with waiting as materialized (select * from grading.waiting_jobs()),
  next as materialized (
    select j.id from waiting w join grading.job j on j.id = w.job_id
    where j.ended_at is null and j.run_after <= now() and (j.leased_until is null or j.leased_until < now())
      and j.tries < 5 and j.needs <@ profiles and j.rank <= last_rank and (w.is_light or not light_only)
    order by w.is_system, w.has_running, w.effective_rank, w.weight, w.person_seconds, j.created_at, j.id
    limit 1 for update of j skip locked
  )
  update grading.job j set run_id = gen_random_uuid(), run_by = claimer, tries = j.tries + 1, claimed_at = now(),
    leased_until = now() + make_interval(secs => lease_seconds)
  from next where j.id = next.id
  returning j.id, j.run_id, j.payload, j.rank, j.tries >= 5
$$;

drop function grading.complete(uuid, json);
create function grading.complete(held_run uuid, report json, is_charged boolean default true)
returns boolean language sql ${AS_OWNER} as $$
  with ended as (
    update grading.job set ended_at = now(), leased_until = null,
      held_seconds = held_seconds + case when is_charged then coalesce(extract(epoch from now() - claimed_at), 0) else 0 end
    where run_id = held_run and ended_at is null returning id
  ), handed_in as (
    insert into grading.report (job_id, run_id, content) select id, held_run, report from ended returning job_id
  )
  select exists (select from handed_in)
$$;
`;
