import { BRIEF, attacks, overLimit } from '../attack';

const READ_ONLY = '25006';
const DENIED = '42501';

const RESOURCES = attacks('postgresql', 'resources', {
  'counts for ever, having lifted the limits of its session': {
    limits: BRIEF,
    ends: [overLimit('wall'), overLimit('cpu')],
    source: `select set_config('statement_timeout', '0', false), set_config('temp_file_limit', '-1', true), count(*)
      from generate_series(1, 1000000) a, generate_series(1, 1000000) b`,
  },
  'searches by a pattern that never ends': {
    limits: BRIEF,
    ends: [overLimit('wall'), overLimit('cpu'), overLimit('memory')],
    source: "select count(*) from generate_series(1, 100000) g where repeat('a', 200 + g % 7) ~ '^(a?){120}a{120}b$'",
  },
  'makes one cell larger than memory': {
    ends: [overLimit('memory')],
    source: "select length(repeat(repeat('x', 1000), 1000000))",
  },
  'hoards in an aggregate': {
    ends: [overLimit('memory')],
    source: "select length(string_agg(repeat(g::text, 1000), '')) from generate_series(1, 1000000) g",
  },
  'sorts more than the disk may hold': {
    limits: { wallMs: 20_000 },
    ends: [overLimit('memory')],
    source: 'select g from generate_series(1, 100000000) g order by g desc',
  },
  'answers with more than an answer may hold': {
    ends: [overLimit('output')],
    control: 'outside',
    source: "select repeat('x', 1000) from generate_series(1, 9000)",
  },
  'calls for an end of its connection, as if the server had failed': {
    saw: '25P04',
    source:
      "with first as materialized (select set_config('transaction_timeout', '300', false)) select count(*) from first, generate_series(1, 30000) a, generate_series(1, 30000) b",
    limits: { wallMs: 10_000 },
  },
});

const ESCAPE = attacks('postgresql', 'escape', {
  'reads a file of the server': {
    saw: DENIED,
    control: 'outside',
    source: "select pg_read_file('PG_VERSION')",
  },
  'copies a file into a table': { saw: DENIED, control: 'outside', source: "copy flight (origin) from '/etc/passwd'" },
  'writes a table to a file': { saw: DENIED, control: 'outside', source: "copy flight to '/data/stolen'" },
  'starts a program': { saw: DENIED, source: "copy (select 1) to program 'id > /data/id'" },
  'becomes the owner of the server': { saw: DENIED, control: 'outside', source: 'set session authorization holdout' },
  'takes another role': { saw: DENIED, control: 'outside', source: 'set role holdout' },
  'loads a library': { saw: DENIED, control: 'outside', source: "load 'dict_snowball'" },
  'lists folders of the server': { saw: DENIED, control: 'outside', source: 'select count(*) > 0 from pg_ls_waldir()' },
  'writes code in a language that is not its own': {
    saw: DENIED,
    control: 'outside',
    source: "do $$ begin perform set_config('hostile.did', '1', false); end $$",
  },
  'leaves its transaction and writes on': {
    saw: '42601',
    source: 'commit; begin read write; delete from flight',
    next: { source: 'select count(*) from flight', saw: [['2']] },
  },
});

const PERSISTENCE = attacks('postgresql', 'persistence', {
  'makes a table': {
    saw: READ_ONLY,
    control: 'outside',
    source: 'create table left_behind (a int)',
    next: { source: "select count(*) from pg_class where relname = 'left_behind'", saw: [['0']] },
  },
  'changes rows inside a query that reads': {
    saw: '0A000',
    source: 'select * from (with gone as (delete from flight returning *) select * from gone) g',
    next: { source: 'select count(*) from flight', saw: [['2']] },
  },
  'changes rows by a statement that returns them': {
    control: 'outside',
    source: "with gone as (update flight set origin = 'XXX' returning *) select count(*) from gone",
    next: { source: 'select string_agg(origin, $$,$$ order by id) from flight', saw: [['AMS,OSL']] },
  },
  'keeps a large object': {
    saw: DENIED,
    control: 'outside',
    source: "select lo_from_bytea(515151, 'left')",
    next: { source: 'select lo_get(515151)', saw: DENIED },
  },
  'holds a lock that outlives its statement': {
    saw: DENIED,
    control: 'outside',
    source: 'select pg_advisory_lock(5150) is null',
  },
  'keeps a setting for whoever comes next': {
    control: 'outside',
    source: "select set_config('hostile.left', 'behind', false)",
    next: { source: "select current_setting('hostile.left', true) = 'behind'", saw: [[null]] },
  },
  'prepares a statement under the name of another': {
    control: 'outside',
    source: 'prepare honest as select 666',
    next: { source: 'select count(*) from pg_prepared_statements', saw: [['0']] },
  },
  'puts a function in front of one that others call': {
    saw: READ_ONLY,
    source: "create function public.count(flight) returns bigint language sql as 'select 666::bigint'",
    next: { source: 'select count(flight) from flight', saw: [['2']] },
  },
  'changes what its role starts with': {
    saw: READ_ONLY,
    source: "alter role current_user set search_path = 'evil'",
    next: { source: 'show search_path', saw: [['"$user", public']] },
  },
  'leaves a word for whoever listens': {
    saw: DENIED,
    control: 'outside',
    source: "select pg_notify('hostile', 'left') is null",
  },
  'ends its transaction by itself': {
    source: 'commit and chain',
    next: { source: 'insert into flight values (3, $$X$$)', saw: READ_ONLY },
  },
  'makes a table of its session': {
    saw: READ_ONLY,
    control: 'outside',
    source: 'create temp table flight as select 1 as id',
    next: { source: 'select count(*) from flight', saw: [['2']] },
  },
});

/** Of another question, with tables of its own, on the same server. */
const VICTIM = 'create table if not exists vault (secret text)';

const SNOOPING = attacks('postgresql', 'snooping', {
  'watches what others run': { saw: DENIED, control: 'outside', source: 'select count(*) >= 0 from pg_stat_activity' },
  'watches what others lock': { saw: DENIED, control: 'outside', source: 'select count(*) >= 0 from pg_locks' },
  'lists the databases of others': { saw: DENIED, control: 'outside', source: 'select count(*) >= 0 from pg_database' },
  'lists the roles': { saw: DENIED, control: 'outside', source: 'select count(*) >= 0 from pg_roles' },
  'reads the passwords': { saw: DENIED, control: 'outside', source: 'select count(*) >= 0 from pg_authid' },
  'reads the settings of the server': {
    saw: DENIED,
    control: 'outside',
    source: "select setting from pg_settings where name = 'data_directory'",
  },
  'asks for one setting': { saw: DENIED, control: 'outside', source: "select current_setting('data_directory')" },
  'waits, to measure how busy others are': { saw: DENIED, control: 'outside', source: 'select pg_sleep(0.01) is null' },
  'reads the table of another question': {
    before: VICTIM,
    saw: '42P01',
    control: 'outside',
    source: 'select secret from vault',
  },
  'lists the names of roles by their numbers': {
    before: VICTIM,
    saw: [[null]],
    source:
      "select max(name) from (select pg_get_userbyid(g::oid) as name from generate_series(16384, 18000) g) n where name like 'data%'",
  },
  'lists the names of roles by a cast': {
    before: VICTIM,
    saw: [['maker,reader,reader_0,reader_1']],
    source: `select string_agg(name, ',' order by name) from
      (select g::oid::regrole::text as name from generate_series(10, 18000) g) n where name ~ '^[a-z]' and name !~ '^(pg_|holdout)'`,
  },
  'looks for the names of others in the catalogs of all databases': {
    before: VICTIM,
    saw: [['0']],
    source: `select (select count(*) from pg_class where relname = 'vault') + (select count(*) from pg_attribute where attname = 'secret') + (select count(*) from information_schema.tables where table_name = 'vault')`,
  },
  'asks where its connection comes from': {
    saw: [[null, null, null]],
    source: 'select inet_client_addr(), inet_server_addr(), inet_server_port()',
  },
  'reads statistics of columns that it may not read': {
    saw: DENIED,
    control: 'outside',
    source: 'select count(*) >= 0 from pg_statistic',
  },
  'counts the transactions of others': { saw: DENIED, control: 'outside', source: 'select txid_current() > 0' },
});

const FORGERY = attacks('postgresql', 'forgery', {
  'answers with a value that differs from none': { control: 'outside', source: 'select null::bigint as n' },
  'answers with a value that is greater than all': { source: "select 'NaN'::float8 as n" },
  'answers with more rows than are looked at': { source: 'select g % 7 as n from generate_series(1, 20000) g' },
  'answers with rows written as one text': { source: `select '[["2"],["3"],["5"]]' as n` },
  'answers with the state that the case before it left': {
    source:
      "select coalesce(nullif(current_setting('hostile.n', true), '')::bigint, set_config('hostile.n', '5', false)::bigint - 5) as n",
  },
  'answers with several columns, of which one may be right': { source: 'select 2 as n, 3 as n, 5 as n' },
  'fails in the hope of a grader that compares failures': {
    source: 'select 1 / (count(*) - count(*)) as n from flight',
  },
});

export const POSTGRESQL = [...RESOURCES, ...ESCAPE, ...PERSISTENCE, ...SNOOPING, ...FORGERY];
