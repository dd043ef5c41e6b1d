/**
 * Functions to revoke from readers, because they reveal or affect other sessions: large objects (they outlive a
 * statement), advisory locks and notifications (shared between sessions), statistics and activity, names of other
 * databases and roles, sleeping, and signalling backends.
 */
const FUNCTIONS = [
  'lo\\_%',
  'loread',
  'lowrite',
  'pg\\_advisory%',
  'pg\\_try\\_advisory%',
  'pg\\_sleep%',
  'pg\\_notif%',
  'pg\\_notify',
  'pg\\_listening\\_channels',
  'pg\\_stat\\_%',
  'pg\\_cancel\\_backend',
  'pg\\_terminate\\_backend',
  'pg\\_export\\_snapshot',
  'pg\\_logical\\_emit\\_message',
  'pg\\_read%',
  'pg\\_ls\\_%',
  'pg\\_current\\_wal%',
  'pg\\_walfile%',
  'pg\\_lock\\_status',
  'pg\\_%blocking\\_pids',
  'pg\\_isolation\\_test%',
  'pg\\_database\\_size',
  'pg\\_tablespace%',
  'pg\\_describe\\_object',
  'pg\\_identify\\_object%',
  'pg\\_get\\_shmem%',
  'pg\\_get\\_backend\\_memory%',
  'pg\\_postmaster\\_start\\_time',
  'pg\\_conf\\_load\\_time',
  'txid\\_%',
  'pg\\_current\\_xact%',
  'pg\\_current\\_snapshot',
];

/** Catalog relations to revoke, for the same reasons. */
const RELATIONS = [
  'pg\\_stat%',
  'pg\\_locks',
  'pg\\_database',
  'pg\\_roles',
  'pg\\_user%',
  'pg\\_group',
  'pg\\_auth%',
  'pg\\_db\\_role\\_setting',
  'pg\\_tablespace',
  'pg\\_sh%',
  'pg\\_largeobject%',
  'pg\\_prepared\\_xacts',
  'pg\\_replication%',
  'pg\\_subscription%',
  'pg\\_seclabel%',
  'pg\\_aios',
  'pg\\_backend\\_memory\\_contexts',
  'pg\\_settings',
];

const listed = (patterns: readonly string[]): string => patterns.map((pattern) => `'${pattern}'`).join(', ');

/**
 * Prepares the database that is the template of every reader's. Also revokes PL/pgSQL, without which DO blocks fail.
 */
export const LOCKDOWN = `
do $$
declare found record;
begin
  for found in
    select oid::regprocedure as name from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace and proname like any (array[${listed(FUNCTIONS)}])
  loop
    execute format('revoke all on function %s from public', found.name);
  end loop;
  for found in
    select oid::regclass as name from pg_class
    where relnamespace = 'pg_catalog'::regnamespace and relkind in ('r', 'v') and relname not like 'pg\\_statistic%'
      and relname like any (array[${listed(RELATIONS)}])
  loop
    execute format('revoke all on %s from public', found.name);
  end loop;
end $$;
revoke usage on language plpgsql from public;
revoke all on schema public from public;
grant usage on schema public to reader;
`;
