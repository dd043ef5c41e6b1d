const AS_OWNER = 'security definer set search_path = pg_catalog, pg_temp';

/**
 * A job may wait for another one, for example code that is submitted while its cases are being made. A grader may skip
 * system jobs, so that it keeps a slot for people.
 */
export const WAITING = `
alter table grading.job add column waits_for uuid;
create index job_waited_for on grading.job (waits_for) where ended_at is null;

-- A job that waits for one which is unknown, or gone, waits for nothing.
create function grading.is_held_up(waited_for uuid) returns boolean language sql stable as $$
  select exists (select from grading.job where id = waited_for and ended_at is null)
$$;

drop function grading.claim(uuid, text[], integer);
-- Fair between persons: whoever has the least running or just graded goes first, then the oldest.
create function grading.claim(claimer uuid, profiles text[], lease_seconds integer, last_rank integer)
returns table (job_id uuid, run_id uuid, payload json, rank smallint, is_last_try boolean)
language sql ${AS_OWNER} as $$
  select grading.end_abandoned();
  with busy as materialized (
    select person, count(*) as jobs from grading.job
    where (ended_at is null and leased_until > now()) or ended_at > now() - interval '1 minute'
    group by person
  ), next as materialized (
    select j.id from grading.job j left join busy on busy.person = j.person
    where j.ended_at is null and j.run_after <= now() and (j.leased_until is null or j.leased_until < now())
      and j.tries < 5 and j.needs <@ profiles and j.rank <= last_rank and not grading.is_held_up(j.waits_for)
    order by j.rank, coalesce(busy.jobs, 0), j.created_at, j.id
    limit 1 for update of j skip locked
  )
  update grading.job j set run_id = gen_random_uuid(), run_by = claimer, tries = j.tries + 1,
    leased_until = now() + make_interval(secs => lease_seconds)
  from next where j.id = next.id
  returning j.id, j.run_id, j.payload, j.rank, j.tries >= 5
$$;

-- Graders elsewhere learn that what waited for this job may begin.
create function grading.tell_waiting() returns trigger language plpgsql as $$
begin
  perform pg_catalog.pg_notify('grading_job', '')
  where exists (select from grading.job where waits_for = new.id and ended_at is null);
  return null;
end $$;
create trigger tell_waiting after update of ended_at on grading.job
  for each row when (old.ended_at is null and new.ended_at is not null) execute function grading.tell_waiting();
`;
