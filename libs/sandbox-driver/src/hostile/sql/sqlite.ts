import { SHORT_CPU, attacks, overLimit } from '../attack';

const AUTH = 'SQLITE_AUTH';

const RESOURCES = attacks('sqlite', 'resources', {
  'counts endlessly': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    source: 'with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c',
  },
  'fills memory with distinct rows': {
    ends: [overLimit('memory'), overLimit('cpu')],
    limits: { cpuMs: 6000, wallMs: 20_000 },
    source: `with recursive c(x) as (select randomblob(100000) union select randomblob(100000) from c limit 1000000) select count(*) from c`,
  },
  'builds a value over the output limit': {
    ends: [overLimit('output')],
    control: 'outside',
    source: "select replace(hex(zeroblob(3000000)), '0', 'x')",
  },
  'joins a table with itself ten times': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    source: `with d(x) as (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
      select count(*) from d a, d b, d c, d e, d f, d g, d h, d i, d j, d k where a.x + k.x < 99`,
  },
  'nests deeper than the parser allows': {
    expected: 'SQLITE_ERROR',
    source: `select ${'('.repeat(5000)}1${')'.repeat(5000)}`,
  },
});

const ESCAPE = attacks('sqlite', 'escape', {
  'opens a file of the host as a database': {
    expected: AUTH,
    control: 'outside',
    source: "attach '{canary}' as other",
  },
  'writes its database to a file': { expected: AUTH, control: 'outside', source: "vacuum into 'copy.db'" },
  'loads a library': {
    expected: 'SQLITE_ERROR',
    source: "select load_extension('/usr/lib/x86_64-linux-gnu/libc.so.6', 'system')",
  },
  'moves the directory of temporary files': { expected: AUTH, source: "pragma temp_store_directory = '/usr/lib'" },
  'calls functions of the sqlite3 shell': {
    expected: 'SQLITE_ERROR',
    source: "select readfile('/etc/passwd'), writefile('x', 'y')",
  },
});

const PERSISTENCE = attacks('sqlite', 'persistence', {
  'leaves a table': {
    expected: AUTH,
    control: 'outside',
    source: 'create table left_behind as select 1 as a',
    next: { source: "select count(*) from sqlite_master where name = 'left_behind'", expected: [['0']] },
  },
  'changes rows': {
    expected: AUTH,
    control: 'outside',
    source: "update flight set origin = 'XXX'",
    next: { source: 'select origin from flight where id = 1', expected: [['AMS']] },
  },
  'sets user_version': {
    expected: AUTH,
    control: 'outside',
    source: 'pragma user_version = 5150',
  },
});

const SNOOPING = attacks('sqlite', 'snooping', {
  'asks for the path of the database': { expected: AUTH, control: 'outside', source: 'pragma database_list' },
  'reads a table of the previous question': {
    before: 'create table if not exists vault (secret text)',
    expected: 'SQLITE_ERROR',
    control: 'outside',
    source: 'select count(secret) from vault where rowid > 0',
  },
  'reads raw database pages': {
    expected: 'SQLITE_ERROR',
    source: 'select * from dbstat union all select * from sqlite_dbpage',
  },
});

const FORGERY = attacks('sqlite', 'forgery', {
  'returns NULL, which differs from no value': { control: 'outside', source: 'select null as n' },
  'returns the digits as a blob': { source: "select cast('3' as blob) as n" },
  'returns NaN': { source: 'select 9e999 - 9e999 as n' },
});

export const SQLITE = [...RESOURCES, ...ESCAPE, ...PERSISTENCE, ...SNOOPING, ...FORGERY];
