/** How the cells of a column are read and compared. */
export type SqlKind =
  | { readonly is: 'number'; readonly isFloat: boolean }
  /** `isPadded` where the type fills its texts with spaces, which then do not count. */
  | { readonly is: 'text'; readonly isPadded?: true }
  | { readonly is: 'moment' | 'time' | 'interval' | 'json' | 'uuid' | 'address' }
  /** Two values of the type are equal exactly when the server writes them the same way. */
  | { readonly is: 'written'; readonly type: string }
  /** Numbers of fixed places: points, lines and boxes. */
  | { readonly is: 'shape'; readonly type: string }
  | { readonly is: 'array'; readonly of: SqlKind; readonly delimiter: ',' | ';' }
  | { readonly is: 'range' | 'multirange'; readonly of: SqlKind };

const NUMBER: SqlKind = { is: 'number', isFloat: false };
const FLOAT: SqlKind = { is: 'number', isFloat: true };
const TEXT: SqlKind = { is: 'text' };
const MOMENT: SqlKind = { is: 'moment' };

const listed = (names: string, kind: SqlKind): readonly (readonly [string, SqlKind])[] =>
  names.split(', ').map((name) => [name, kind]);

const written = (names: string): readonly (readonly [string, SqlKind])[] =>
  names.split(', ').map((type) => [type, { is: 'written', type }]);

const shapes = (names: string): readonly (readonly [string, SqlKind])[] =>
  names.split(', ').map((type) => [type, { is: 'shape', type }]);

const ranges = (names: readonly (readonly [string, SqlKind])[]): readonly (readonly [string, SqlKind])[] =>
  names.flatMap(([name, of]) => [
    [`${name}range`, { is: 'range', of }],
    [`${name}multirange`, { is: 'multirange', of }],
  ]);

/**
 * All types whose values can be compared, by the names that `format_type` and SQLite's harness give them, with the short
 * names of PostgreSQL. A type that is not here is refused by name when a question loads.
 */
const KINDS: ReadonlyMap<string, SqlKind> = new Map([
  ...listed('smallint, integer, bigint, numeric, oid, int2, int4, int8, decimal', NUMBER),
  ...listed('real, double precision, float4, float8', FLOAT),
  ...listed('text, character varying, varchar, name, "char", unknown, null', TEXT),
  ...listed('character, bpchar, char', { is: 'text', isPadded: true }),
  ...listed('date, timestamp without time zone, timestamp with time zone, timestamp, timestamptz', MOMENT),
  ...listed('time without time zone, time', { is: 'time' }),
  ...listed('interval', { is: 'interval' }),
  ...listed('json, jsonb', { is: 'json' }),
  ...listed('uuid', { is: 'uuid' }),
  ...listed('inet, cidr', { is: 'address' }),
  ...written('boolean, money, time with time zone, macaddr, macaddr8'),
  ...listed('bytea, blob', { is: 'written', type: 'bytea' }),
  ...listed('bit, bit varying', { is: 'written', type: 'bit varying' }),
  ...written('tsvector, tsquery, jsonpath, pg_lsn, xid, xid8, cid, tid, refcursor'),
  ...written('regclass, regcollation, regconfig, regdictionary, regnamespace, regoper, regoperator'),
  ...written('regproc, regprocedure, regrole, regtype'),
  ...listed('pg_snapshot, txid_snapshot', { is: 'written', type: 'pg_snapshot' }),
  ...shapes('point, line, lseg, box, path, polygon, circle'),
  ...ranges([
    ['int4', NUMBER],
    ['int8', NUMBER],
    ['num', NUMBER],
    ['date', MOMENT],
    ['ts', MOMENT],
    ['tstz', MOMENT],
  ]),
]);

/** The kind of a column by the name of its type; null if its values cannot be compared. An enum is `enum name`. */
export function sqlKindOf(type: string): SqlKind | null {
  if (type.endsWith('[]')) return arrayOf(type);
  if (type.startsWith('enum ')) return TEXT;
  return KINDS.get(type) ?? null;
}

function arrayOf(type: string): SqlKind | null {
  const of = sqlKindOf(type.slice(0, -'[]'.length));
  return of === null ? null : { is: 'array', of, delimiter: type === 'box[]' ? ';' : ',' };
}

/**
 * How two columns are compared; null if they hold different things. A text stands for the value that it spells, as it
 * does in a query; not for a number, which a query must convert.
 */
export function sharedKind(actual: SqlKind, expected: SqlKind): SqlKind | null {
  if (actual.is === expected.is) return sharedParts(actual, expected);
  if (actual.is === 'number' || expected.is === 'number') return null;
  return actual.is === 'text' ? expected : expected.is === 'text' ? actual : null;
}

/** Of two columns of one kind. A float decides that both are compared as floats, a padded text that spaces do not count. */
function sharedParts(came: SqlKind, wanted: SqlKind): SqlKind | null {
  switch (came.is) {
    case 'number':
      return came.isFloat ? came : wanted;
    case 'text':
      return came.isPadded ? came : wanted;
    case 'written':
    case 'shape':
      return 'type' in wanted && came.type === wanted.type ? wanted : null;
    case 'array':
    case 'range':
    case 'multirange':
      return 'of' in wanted ? sharedItems(came.of, wanted) : null;
    default:
      return wanted;
  }
}

function sharedItems(came: SqlKind, wanted: Extract<SqlKind, { of: SqlKind }>): SqlKind | null {
  const of = sharedKind(came, wanted.of);
  return of === null ? null : { ...wanted, of };
}

/** What a column of a kind contains, for a hint. */
export function contentsOf(kind: SqlKind): string {
  switch (kind.is) {
    case 'number':
      return 'numbers';
    case 'text':
      return 'texts';
    case 'moment':
      return 'dates or times';
    case 'time':
      return 'times of day';
    case 'json':
      return 'JSON';
    case 'interval':
    case 'array':
    case 'range':
    case 'multirange':
      return `${kind.is}s`;
    case 'written':
    case 'shape':
      return `values of type ${kind.type}`;
    case 'uuid':
    case 'address':
      return `values of type ${kind.is === 'uuid' ? 'uuid' : 'inet'}`;
  }
}
