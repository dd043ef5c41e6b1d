import type { Language } from '@holdout/bank';

/** How a language writes values. */
export type Notation = {
  readonly nothing: string;
  /** A missing value in a vector or a table. */
  readonly missing: string;
  readonly truths: readonly [yes: string, no: string];
  readonly notANumber: string;
  readonly endless: string;
  /** An integer with more digits than a double can represent. */
  readonly exact: (digits: string) => string;
  readonly decimal: (text: string) => string;
  readonly fraction: (numerator: string, denominator: string) => string;
  readonly complex: (real: string, imaginary: string) => string;
  readonly duration: (seconds: number) => string;
  /** One character for each byte. */
  readonly bytes: (characters: string) => string;
  readonly text: (text: string) => string;
  /** A list of values of one type. */
  readonly vector: (items: readonly string[]) => string;
  readonly list: (items: readonly string[]) => string;
  /** Absent where tuples are written as lists. */
  readonly tuple?: (items: readonly string[]) => string;
  readonly set: (items: readonly string[]) => string;
  /** A mapping whose keys are all strings (`record`), or any other (`mapping`). */
  readonly record: Mapping;
  readonly mapping: Mapping;
  readonly stream: (items: readonly string[]) => string;
  /** A two-dimensional array. */
  readonly matrix: (rows: readonly string[]) => string;
  /** The label of the first row of a table without labels. */
  readonly firstRow: number;
  /** Whether a labelled column is written as a named vector (R) instead of a table. */
  readonly hasNamedVectors: boolean;
};

type Mapping = {
  /** `key` is already in the notation of the language. */
  readonly pair: (key: string, item: string) => string;
  readonly whole: (pairs: readonly string[]) => string;
};

const bracketed = (items: readonly string[]): string => `[${items.join(', ')}]`;

const MAPPING_OF_PYTHON: Mapping = {
  pair: (key, item) => `${key}: ${item}`,
  whole: (pairs) => `{${pairs.join(', ')}}`,
};

const bytesInPython = (characters: string): string => {
  const escape = (one: string): string => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `b'${characters.replaceAll(/[^ -&(-[\]-~]/g, escape)}'`;
};

/** What only Python has types for; the other languages get the nearest number. */
const NUMBERS_ALONE = {
  decimal: (text: string) => String(Number(text)),
  fraction: (numerator: string, denominator: string) => `${numerator}/${denominator}`,
  complex: (real: string, imaginary: string) => `${real}${imaginary.startsWith('-') ? '' : '+'}${imaginary}i`,
  duration: (seconds: number) => `${seconds} s`,
  bytes: bytesInPython,
};

const PYTHON: Notation = {
  decimal: (text) => `Decimal('${text}')`,
  fraction: (numerator, denominator) => `Fraction(${numerator}, ${denominator})`,
  complex: (real, imaginary) => `(${real}${imaginary.startsWith('-') ? '' : '+'}${imaginary}j)`,
  duration: (seconds) => `timedelta(seconds=${seconds})`,
  bytes: bytesInPython,
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

/** A string that R reads as a name without backticks. */
const NAME_IN_R = /^([A-Za-z]|\.(?!\d))[\w.]*$/;

const LIST_WITH_NAMES: Mapping = { pair: (key, item) => `${nameInR(key)} = ${item}`, whole: listOfR };

const R: Notation = {
  ...NUMBERS_ALONE,
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
  ...NUMBERS_ALONE,
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
  // Queries are shown as tables; see render-case.ts.
  sql: PYTHON,
  r: R,
  javascript: JAVASCRIPT,
  typescript: JAVASCRIPT,
};

/** The notation of a language. */
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
