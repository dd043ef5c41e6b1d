import type { Language } from '@holdout/bank';

/** How a language writes the values that all of them share. */
export type Notation = {
  readonly nothing: string;
  /** Nothing where a value is missing among others: in a list of one kind, in a table. */
  readonly missing: string;
  readonly truths: readonly [yes: string, no: string];
  readonly notANumber: string;
  readonly endless: string;
  /** A whole number with more digits than a float holds. */
  readonly exact: (digits: string) => string;
  readonly text: (text: string) => string;
  /** A list of values of one kind, written one by one. */
  readonly vector: (items: readonly string[]) => string;
  readonly list: (items: readonly string[]) => string;
  /** Where a tuple is anything but a list. */
  readonly tuple?: (items: readonly string[]) => string;
  readonly set: (items: readonly string[]) => string;
  /** Pairs whose keys are all texts, and any others. */
  readonly record: Mapping;
  readonly mapping: Mapping;
  readonly stream: (items: readonly string[]) => string;
  /** A list of lists that is a matrix. */
  readonly matrix: (rows: readonly string[]) => string;
  /** What the first row of a table without labels of its own is called. */
  readonly firstRow: number;
  /** A column with labels is a vector with names, as in R, or a table. */
  readonly hasNamedVectors: boolean;
};

type Mapping = {
  /** `key` is written as a value. */
  readonly pair: (key: string, item: string) => string;
  readonly whole: (pairs: readonly string[]) => string;
};

const bracketed = (items: readonly string[]): string => `[${items.join(', ')}]`;

const MAPPING_OF_PYTHON: Mapping = {
  pair: (key, item) => `${key}: ${item}`,
  whole: (pairs) => `{${pairs.join(', ')}}`,
};

const PYTHON: Notation = {
  nothing: 'None',
  missing: 'None',
  truths: ['True', 'False'],
  notANumber: 'nan',
  endless: 'inf',
  exact: (digits) => digits,
  text: singleQuoted,
  vector: bracketed,
  list: bracketed,
  tuple: (items) => `(${items.join(', ')}${items.length === 1 ? ',' : ''})`,
  set: (items) => (items.length === 0 ? 'set()' : `{${items.join(', ')}}`),
  record: MAPPING_OF_PYTHON,
  mapping: MAPPING_OF_PYTHON,
  stream: (items) => `iter([${items.join(', ')}])`,
  matrix: bracketed,
  firstRow: 0,
  hasNamedVectors: false,
};

const listOfR = (items: readonly string[]): string => `list(${items.join(', ')})`;

/** A text that R reads as a name without backticks. */
const NAME_IN_R = /^([A-Za-z]|\.(?!\d))[\w.]*$/;

const LIST_WITH_NAMES: Mapping = { pair: (key, item) => `${nameInR(key)} = ${item}`, whole: listOfR };

const R: Notation = {
  nothing: 'NULL',
  missing: 'NA',
  truths: ['TRUE', 'FALSE'],
  notANumber: 'NaN',
  endless: 'Inf',
  exact: (digits) => digits,
  text: (text) => JSON.stringify(text),
  vector: (items) => (items.length === 0 ? 'logical(0)' : `c(${items.join(', ')})`),
  list: listOfR,
  set: listOfR,
  record: LIST_WITH_NAMES,
  mapping: LIST_WITH_NAMES,
  stream: (items) => `c(${items.join(', ')})`,
  matrix: (rows) => `rbind(${rows.join(', ')})`,
  firstRow: 1,
  hasNamedVectors: true,
};

const JAVASCRIPT: Notation = {
  nothing: 'null',
  missing: 'null',
  truths: ['true', 'false'],
  notANumber: 'NaN',
  endless: 'Infinity',
  exact: (digits) => `${digits}n`,
  text: singleQuoted,
  vector: bracketed,
  list: bracketed,
  set: (items) => `new Set(${items.length === 0 ? '' : bracketed(items)})`,
  record: {
    pair: (key, item) => `${nameInJavaScript(key)}: ${item}`,
    whole: (pairs) => (pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`),
  },
  mapping: { pair: (key, item) => `[${key}, ${item}]`, whole: (pairs) => `new Map(${bracketed(pairs)})` },
  stream: (items) => `${bracketed(items)}.values()`,
  matrix: bracketed,
  firstRow: 0,
  hasNamedVectors: false,
};

const NOTATIONS: Readonly<Record<Language, Notation>> = {
  python: PYTHON,
  // A query is shown as tables; see render-case.
  sql: PYTHON,
  r: R,
  javascript: JAVASCRIPT,
  typescript: JAVASCRIPT,
};

/** How values are written in a language. */
export function notationOf(language: Language): Notation {
  return NOTATIONS[language];
}

function singleQuoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `'${escaped.replaceAll("'", "\\'")}'`;
}

function nameInR(key: string): string {
  const name = key.startsWith('"') ? (JSON.parse(key) as string) : key;
  return NAME_IN_R.test(name) ? name : `\`${name.replaceAll('`', '\\`')}\``;
}

function nameInJavaScript(key: string): string {
  const name = key.slice(1, -1);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : key;
}
