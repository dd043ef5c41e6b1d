import { SHORT_WALL, attacks, overLimit } from '../attack';

const READ_ONLY = '25006';
const DENIED = '42501';

const RESOURCES = attacks('postgresql', 'resources', {
  'counts endlessly after lifting its session limits': {
    limits: SHORT_WALL,
    ends: [overLimit('wall'), overLimit('cpu')],
    source: `select set_config('statement_timeout', '0', false), set_config('temp_file_limit', '-1', true), count(*)
      from generate_series(1, 1000000) a, generate_series(1, 1000000) b`,
  },
  'loops in a regular expression': {
    limits: SHORT_WALL,
    ends: [overLimit('wall'), overLimit('cpu'), overLimit('memory')],
    source: "select count(*) from generate_series(1, 100000) g where repeat('a', 200 + g % 7) ~ '^(a?){120}a{120}b$'",
  },
  'builds a cell larger than memory': {
    ends: [overLimit('memory')],
    source: "select length(repeat(repeat('x', 1000), 1000000))",
  },
  'accumulates memory in an aggregate': {
    ends: [overLimit('memory')],
    source: "select length(string_agg(repeat(g::text, 1000), '')) from generate_series(1, 1000000) g",
  },
  'sorts more than fits in temporary files': {
    limits: { wallMs: 20_000 },
    ends: [overLimit('memory')],
    source: 'select g from generate_series(1, 100000000) g order by g desc',
  },
  'returns rows over the output limit': {
    ends: [overLimit('output')],
    control: 'outside',
    source: "select repeat('x', 1000) from generate_series(1, 9000)",
  },
  'sets transaction_timeout, to look like a server failure': {
    expected: '25P04',
    source:
      "with first as materialized (select set_config('transaction_timeout', '300', false)) select count(*) from first, generate_series(1, 30000) a, generate_series(1, 30000) b",
    limits: { wallMs: 10_000 },
  },
});

const ESCAPE = attacks('postgresql', 'escape', {
  'reads a file of the server': {
    expected: DENIED,
    control: 'outside',
    source: "select pg_read_file('PG_VERSION')",
  },
  'copies a file into a table': {
    expected: DENIED,
    control: 'outside',
    source: "copy flight (origin) from '/etc/passwd'",
  },
  'writes a table to a file': { expected: DENIED, control: 'outside', source: "copy flight to '/data/stolen'" },
  'starts a program': { expected: DENIED, source: "copy (select 1) to program 'id > /data/id'" },
  'sets session authorization': {
    expected: DENIED,
    control: 'outside',
    source: 'set session authorization holdout',
  },
  'sets another role': { expected: DENIED, control: 'outside', source: 'set role holdout' },
  'loads a library': { expected: DENIED, control: 'outside', source: "load 'dict_snowball'" },
  'lists directories of the server': {
    expected: DENIED,
    control: 'outside',
    source: 'select count(*) > 0 from pg_ls_waldir()',
  },
  'runs a DO block': {
    expected: DENIED,
    control: 'outside',
    source: "do $$ begin perform set_config('hostile.did', '1', false); end $$",
  },
  'leaves its transaction and writes': {
    expected: '42601',
    source: 'commit; begin read write; delete from flight',
    next: { source: 'select count(*) from flight', expected: [['2']] },
  },
});

const PERSISTENCE = attacks('postgresql', 'persistence', {
  'creates a table': {
    expected: READ_ONLY,
    control: 'outside',
    source: 'create table left_behind (a int)',
    next: { source: "select count(*) from pg_class where relname = 'left_behind'", expected: [['0']] },
  },
  'changes rows in a nested CTE': {
    expected: '0A000',
    source: 'select * from (with gone as (delete from flight returning *) select * from gone) g',
    next: { source: 'select count(*) from flight', expected: [['2']] },
  },
  'changes rows in a CTE': {
    control: 'outside',
    source: "with gone as (update flight set origin = 'XXX' returning *) select count(*) from gone",
    next: { source: 'select string_agg(origin, $$,$$ order by id) from flight', expected: [['AMS,OSL']] },
  },
  'keeps a large object': {
    expected: DENIED,
    control: 'outside',
    source: "select lo_from_bytea(515151, 'left')",
    next: { source: 'select lo_get(515151)', expected: DENIED },
  },
  'holds an advisory lock': {
    expected: DENIED,
    control: 'outside',
    source: 'select pg_advisory_lock(5150) is null',
  },
  'leaves a session setting': {
    control: 'outside',
    source: "select set_config('hostile.left', 'behind', false)",
    next: { source: "select current_setting('hostile.left', true) = 'behind'", expected: [[null]] },
  },
  'leaves a prepared statement': {
    control: 'outside',
    source: 'prepare honest as select 666',
    next: { source: 'select count(*) from pg_prepared_statements', expected: [['0']] },
  },
  'shadows a function that others call': {
    expected: READ_ONLY,
    source: "create function public.count(flight) returns bigint language sql as 'select 666::bigint'",
    next: { source: 'select count(flight) from flight', expected: [['2']] },
  },
  'changes a default setting of its role': {
    expected: READ_ONLY,
    source: "alter role current_user set search_path = 'evil'",
    next: { source: 'show search_path', expected: [['"$user", public']] },
  },
  'sends a notification': {
    expected: DENIED,
    control: 'outside',
    source: "select pg_notify('hostile', 'left') is null",
  },
  'ends its own transaction': {
    source: 'commit and chain',
    next: { source: 'insert into flight values (3, $$X$$)', expected: READ_ONLY },
  },
  'creates a temporary table': {
    expected: READ_ONLY,
    control: 'outside',
    source: 'create temp table flight as select 1 as id',
    next: { source: 'select count(*) from flight', expected: [['2']] },
  },
});

/** A statement of another question, whose tables are on the same server. */
const VICTIM = 'create table if not exists vault (secret text)';

const SNOOPING = attacks('postgresql', 'snooping', {
  'reads pg_stat_activity': {
    expected: DENIED,
    control: 'outside',
    source: 'select count(*) >= 0 from pg_stat_activity',
  },
  'reads pg_locks': { expected: DENIED, control: 'outside', source: 'select count(*) >= 0 from pg_locks' },
  'lists databases': {
    expected: DENIED,
    control: 'outside',
    source: 'select count(*) >= 0 from pg_database',
  },
  'lists roles': { expected: DENIED, control: 'outside', source: 'select count(*) >= 0 from pg_roles' },
  'reads pg_authid': { expected: DENIED, control: 'outside', source: 'select count(*) >= 0 from pg_authid' },
  'reads the settings of the server': {
    expected: DENIED,
    control: 'outside',
    source: "select setting from pg_settings where name = 'data_directory'",
  },
  'reads one setting of the server': {
    expected: DENIED,
    control: 'outside',
    source: "select current_setting('data_directory')",
  },
  sleeps: {
    expected: DENIED,
    control: 'outside',
    source: 'select pg_sleep(0.01) is null',
  },
  'reads a table of another question': {
    before: VICTIM,
    expected: '42P01',
    control: 'outside',
    source: 'select secret from vault',
  },
  'lists role names by oid': {
    before: VICTIM,
    expected: [[null]],
    source:
      "select max(name) from (select pg_get_userbyid(g::oid) as name from generate_series(16384, 18000) g) n where name like 'data%'",
  },
  'lists role names by a cast': {
    before: VICTIM,
    expected: [['maker,reader,reader_0,reader_1']],
    source: `select string_agg(name, ',' order by name) from
      (select g::oid::regrole::text as name from generate_series(10, 18000) g) n where name ~ '^[a-z]' and name !~ '^(pg_|holdout)'`,
  },
  'searches the catalogs for names of another question': {
    before: VICTIM,
    expected: [['0']],
    source: `select (select count(*) from pg_class where relname = 'vault') + (select count(*) from pg_attribute where attname = 'secret') + (select count(*) from information_schema.tables where table_name = 'vault')`,
  },
  'asks for the addresses of its connection': {
    expected: [[null, null, null]],
    source: 'select inet_client_addr(), inet_server_addr(), inet_server_port()',
  },
  'reads pg_statistic': {
    expected: DENIED,
    control: 'outside',
    source: 'select count(*) >= 0 from pg_statistic',
  },
  'counts transactions': { expected: DENIED, control: 'outside', source: 'select txid_current() > 0' },
});

const FORGERY = attacks('postgresql', 'forgery', {
  'returns NULL, which differs from no value': { control: 'outside', source: 'select null::bigint as n' },
  'returns NaN': { source: "select 'NaN'::float8 as n" },
  'returns more rows than are kept': { source: 'select g % 7 as n from generate_series(1, 20000) g' },
  'returns all rows as one JSON text': { source: `select '[["2"],["3"],["5"]]' as n` },
  'counts cases in a session setting': {
    source:
      "select coalesce(nullif(current_setting('hostile.n', true), '')::bigint, set_config('hostile.n', '5', false)::bigint - 5) as n",
  },
  'returns several columns, of which one may be correct': { source: 'select 2 as n, 3 as n, 5 as n' },
  'fails, in case failures compare equal': {
    source: 'select 1 / (count(*) - count(*)) as n from flight',
  },
});

export const POSTGRESQL = [...RESOURCES, ...ESCAPE, ...PERSISTENCE, ...SNOOPING, ...FORGERY];
