import { SPINNING, attacks, overLimit } from '../attack';

const AUTH = 'SQLITE_AUTH';

const RESOURCES = attacks('sqlite', 'resources', {
  'counts for ever': {
    limits: SPINNING,
    ends: [overLimit('cpu')],
    source: 'with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c',
  },
  'fills memory with rows that it must remember': {
    ends: [overLimit('memory'), overLimit('cpu')],
    limits: { cpuMs: 6000, wallMs: 20_000 },
    source: `with recursive c(x) as (select randomblob(100000) union select randomblob(100000) from c limit 1000000) select count(*) from c`,
  },
  'makes one value larger than an answer': {
    ends: [overLimit('output')],
    control: 'outside',
    source: "select replace(hex(zeroblob(3000000)), '0', 'x')",
  },
  'joins a table with itself ten times': {
    limits: SPINNING,
    ends: [overLimit('cpu')],
    source: `with d(x) as (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
      select count(*) from d a, d b, d c, d e, d f, d g, d h, d i, d j, d k where a.x + k.x < 99`,
  },
  'nests deeper than its reader may follow': {
    saw: 'SQLITE_ERROR',
    source: `select ${'('.repeat(5000)}1${')'.repeat(5000)}`,
  },
});

const ESCAPE = attacks('sqlite', 'escape', {
  'opens a file of the host as a database': { saw: AUTH, control: 'outside', source: "attach '{canary}' as other" },
  'writes its database to a file': { saw: AUTH, control: 'outside', source: "vacuum into 'copy.db'" },
  'loads a library': {
    saw: 'SQLITE_ERROR',
    source: "select load_extension('/usr/lib/x86_64-linux-gnu/libc.so.6', 'system')",
  },
  'moves where temporary files go': { saw: AUTH, source: "pragma temp_store_directory = '/usr/lib'" },
  'reads a file by the functions of the shell': {
    saw: 'SQLITE_ERROR',
    source: "select readfile('/etc/passwd'), writefile('x', 'y')",
  },
});

const PERSISTENCE = attacks('sqlite', 'persistence', {
  'leaves a table and a trigger': {
    saw: AUTH,
    control: 'outside',
    source: 'create table left_behind as select 1 as a',
    next: { source: "select count(*) from sqlite_master where name = 'left_behind'", saw: [['0']] },
  },
  'changes rows': {
    saw: AUTH,
    control: 'outside',
    source: "update flight set origin = 'XXX'",
    next: { source: 'select origin from flight where id = 1', saw: [['AMS']] },
  },
  'leaves a number in the file': {
    saw: AUTH,
    control: 'outside',
    source: 'pragma user_version = 5150',
  },
});

const SNOOPING = attacks('sqlite', 'snooping', {
  'asks where the database lies': { saw: AUTH, control: 'outside', source: 'pragma database_list' },
  'looks for the tables of the question before it': {
    before: 'create table if not exists vault (secret text)',
    saw: 'SQLITE_ERROR',
    control: 'outside',
    source: 'select count(secret) from vault where rowid > 0',
  },
  'reads pages that nobody cleared': {
    saw: 'SQLITE_ERROR',
    source: 'select * from dbstat union all select * from sqlite_dbpage',
  },
});

const FORGERY = attacks('sqlite', 'forgery', {
  'answers with a value that differs from none': { control: 'outside', source: 'select null as n' },
  'answers with bytes that spell the number': { source: "select cast('3' as blob) as n" },
  'answers with a number that is not one': { source: 'select 9e999 - 9e999 as n' },
});

export const SQLITE = [...RESOURCES, ...ESCAPE, ...PERSISTENCE, ...SNOOPING, ...FORGERY];
