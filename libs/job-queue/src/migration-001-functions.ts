/** Functions that the API calls with its own rights, in its own transaction. */
export const OWNER_FUNCTIONS = `
create function grading.take_reports(at_most integer)
returns table (job_id uuid, run_id uuid, payload json, person text, content json, failure text, handed_in_at timestamptz)
language sql as $$
  with next as materialized (
    select r.job_id from grading.report r
    where r.taken_at is null order by r.handed_in_at limit at_most for update skip locked
  ), taken as (
    update grading.report r set taken_at = now() from next where r.job_id = next.job_id returning r.*
  )
  select j.id, taken.run_id, j.payload, j.person, taken.content, taken.failure, taken.handed_in_at
  from taken join grading.job j on j.id = taken.job_id order by taken.handed_in_at
$$;

create function grading.retry(of_job uuid) returns boolean language plpgsql as $$
begin
  perform from grading.job where id = of_job and ended_at is not null for update;
  if not found then return false; end if;
  delete from grading.report where job_id = of_job and taken_at is not null;
  if not found then return false; end if;
  update grading.job set ended_at = null, run_id = null, leased_until = null, tries = 0, run_after = now()
  where id = of_job;
  perform pg_notify('grading_job', '');
  return true;
end $$;
`;

const AS_OWNER = 'security definer set search_path = pg_catalog, pg_temp';

/**
 * The functions that a grader's login may call. Each is SECURITY DEFINER, hence the fixed search_path and qualified names.
 *
 * A run holds its job until it ends, or until another run claims the job after the lease has expired.
 */
export const GRADER_FUNCTIONS_SQL = `
create function grading.held_job(held_run uuid) returns setof grading.job language sql ${AS_OWNER} as $$
  select * from grading.job where run_id = held_run and ended_at is null for update
$$;

create function grading.end_failed(of_job uuid, why text) returns void language sql ${AS_OWNER} as $$
  with ended as (
    update grading.job set ended_at = now(), leased_until = null, last_failure = left(why, 2000)
    where id = of_job and ended_at is null returning id, run_id
  )
  insert into grading.report (job_id, run_id, failure) select id, run_id, left(why, 2000) from ended
$$;

create function grading.end_abandoned() returns void language sql ${AS_OWNER} as $$
  select grading.end_failed(lost.id, 'every grader that took this job died with it') from (
    select id from grading.job
    where ended_at is null and leased_until < now() and tries >= 5 for update skip locked
  ) lost
$$;

-- Fair between persons: whoever has the least running or just graded goes first, then the oldest.
create function grading.claim(claimer uuid, profiles text[], lease_seconds integer)
returns table (job_id uuid, run_id uuid, payload json, tries integer, is_last_try boolean)
language sql ${AS_OWNER} as $$
  select grading.end_abandoned();
  with busy as materialized (
    select person, count(*) as jobs from grading.job
    where (ended_at is null and leased_until > now()) or ended_at > now() - interval '1 minute'
    group by person
  ), next as materialized (
    select j.id from grading.job j left join busy on busy.person = j.person
    where j.ended_at is null and j.run_after <= now() and (j.leased_until is null or j.leased_until < now())
      and j.tries < 5 and j.needs <@ profiles
    order by j.rank, coalesce(busy.jobs, 0), j.created_at, j.id
    limit 1 for update of j skip locked
  )
  update grading.job j set run_id = gen_random_uuid(), run_by = claimer, tries = j.tries + 1,
    leased_until = now() + make_interval(secs => lease_seconds)
  from next where j.id = next.id
  returning j.id, j.run_id, j.payload, j.tries, j.tries >= 5
$$;

create function grading.heartbeat(held_run uuid, lease_seconds integer) returns boolean language sql ${AS_OWNER} as $$
  with held as (
    update grading.job set leased_until = now() + make_interval(secs => lease_seconds)
    where run_id = held_run and ended_at is null returning id
  )
  select exists (select from held)
$$;

create function grading.complete(held_run uuid, report json) returns boolean language sql ${AS_OWNER} as $$
  with ended as (
    update grading.job set ended_at = now(), leased_until = null
    where run_id = held_run and ended_at is null returning id
  ), handed_in as (
    insert into grading.report (job_id, run_id, content) select id, held_run, report from ended returning job_id
  )
  select exists (select from handed_in)
$$;

create function grading.fail(held_run uuid, why text) returns boolean language plpgsql ${AS_OWNER} as $$
declare held grading.job;
begin
  select * into held from grading.held_job(held_run);
  if not found then return false; end if;
  perform grading.end_failed(held.id, why);
  return true;
end $$;

create function grading.give_back(held_run uuid, why text) returns boolean language plpgsql ${AS_OWNER} as $$
declare held grading.job;
begin
  select * into held from grading.held_job(held_run);
  if not found then return false; end if;
  if held.tries >= 5 then
    perform grading.end_failed(held.id, why);
  else
    update grading.job set run_id = null, leased_until = null, last_failure = left(why, 2000),
      run_after = now() + make_interval(secs => 2 ^ held.tries)
    where id = held.id;
    perform pg_notify('grading_job', '');
  end if;
  return true;
end $$;

-- A grader that stops in good order puts its jobs back as if it had never taken them.
create function grading.release(held_run uuid) returns boolean language plpgsql ${AS_OWNER} as $$
begin
  update grading.job set run_id = null, leased_until = null, tries = tries - 1
  where run_id = held_run and ended_at is null;
  perform pg_notify('grading_job', '') where found;
  return found;
end $$;

create function grading.get_bundle(of_hash text) returns json language sql stable ${AS_OWNER} as $$
  select content from grading.bundle where hash = of_hash
$$;

create function grading.get_data(of_bundle text, of_scope text, of_part text)
returns table (hash text, content json) language sql stable ${AS_OWNER} as $$
  select d.hash, d.content from grading.data d
  where d.bundle_hash = of_bundle and d.scope = of_scope and d.part = of_part
$$;

-- The first to store wins: whoever comes later is told the hash of what is there.
create function grading.put_data(held_run uuid, of_part text, of_hash text, of_content json)
returns text language plpgsql ${AS_OWNER} as $$
declare held grading.job;
begin
  select * into held from grading.held_job(held_run);
  if not found or held.kind <> 'materialize' then return null; end if;
  insert into grading.data (bundle_hash, scope, part, hash, content)
  values (held.payload ->> 'bundleHash', held.payload ->> 'scope', of_part, of_hash, of_content)
  on conflict do nothing;
  return (select d.hash from grading.data d where d.bundle_hash = held.payload ->> 'bundleHash'
    and d.scope = held.payload ->> 'scope' and d.part = of_part);
end $$;

create function grading.say_alive(grader_id uuid, of_host text, of_version text, of_profiles json)
returns void language sql ${AS_OWNER} as $$
  insert into grading.grader (id, host, version, profiles, heartbeat_at)
  values (grader_id, of_host, of_version, of_profiles, now())
  on conflict (id) do update set profiles = excluded.profiles, heartbeat_at = excluded.heartbeat_at;
  delete from grading.grader where heartbeat_at < now() - interval '1 day';
$$;
`;
