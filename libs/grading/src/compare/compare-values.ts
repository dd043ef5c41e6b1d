import type { Value } from '@holdout/sandbox';
import { isSameMultiset, isSameSet } from './compare-bags';
import { compareFrames, compareSeries } from './compare-frames';
import type { Comparison } from './compare-tables';
import type { ValueRules } from './rules-of';
import { digitsFor, keyOf } from '../values/exact-key';
import type { Digits } from '../values/numeral';
import { isClose, isCloseNumeral } from '../values/numeral';
import type { Part } from '../values/value-kinds';
import { columnOf, partOf } from '../values/value-kinds';

const SAME: Comparison = { ok: true };

/**
 * Compares a value with the reference's, recursively. A hint says what differs in general. It contains no value and no
 * number that the program can choose, through which it could leak a hidden input.
 */
export function compareValues(actual: Value, expected: Value, rules: ValueRules): Comparison {
  if (typeof actual === 'number' && typeof expected === 'number')
    return told(isClose(actual, expected, rules), 'a number differs');
  if (typeof actual === 'string' && typeof expected === 'string') return told(actual === expected, 'a string differs');
  return compareAligned(actual, expected, rules);
}

function compareAligned(actual: Value, expected: Value, rules: ValueRules): Comparison {
  const { list = 'sequence' } = rules;
  const [came, wanted] = aligned(partOf(actual), partOf(expected));
  // The order of nested lists always counts.
  const inner = { ...rules, list: 'sequence' } as const;
  if (list === 'sequence' || wanted.kind !== 'sequence' || came.kind !== 'sequence') {
    return compareParts(came, wanted, inner);
  }
  const same = (one: Value, other: Value): boolean => compareValues(one, other, inner).ok;
  if (list === 'set') return told(isSameSet(came.items, wanted.items, { tolerance: rules, same }), OTHER_ITEMS);
  return came.items.length === wanted.items.length
    ? told(isSameMultiset(came.items, wanted.items, { tolerance: rules, same }), OTHER_ITEMS)
    : compareLists(came.items, wanted.items, inner);
}

/** The two parts without what a language leaves on its vectors unasked. */
function aligned(came: Part, wanted: Part): readonly [Part, Part] {
  return [asVector(withoutLabels(came, wanted), wanted), asVector(wanted, came)];
}

/**
 * Accepts a Series where a list or a single value is expected, without its labels: R keeps the names of a vector and pandas
 * its index through most operations, usually unintended.
 */
function withoutLabels(came: Part, wanted: Part): Part {
  if (came.kind !== 'Series') return came;
  const { values } = came.series;
  if (wanted.kind === 'sequence') return { kind: 'sequence', items: values };
  return (isSingle(wanted) ? onlyOf(values) : null) ?? came;
}

/** A one-column matrix counts as a vector, as in R: as its only item against a single value, as a list against a list. */
function asVector(part: Part, other: Part): Part {
  if (part.kind !== 'sequence') return part;
  if (part.isColumn) return (isSingle(other) ? onlyOf(part.items) : null) ?? part;
  const items = other.kind === 'sequence' && other.isColumn ? columnOf(part.items) : null;
  return items === null ? part : { kind: 'sequence', items };
}

function isSingle({ kind }: Part): boolean {
  return !['sequence', 'set', 'dict', 'Series', 'DataFrame', 'unknown'].includes(kind);
}

function onlyOf(items: readonly Value[]): Part | null {
  return items.length === 1 ? partOf(items[0] ?? null) : null;
}

const OTHER_ITEMS = 'the list contains different items';

/** Compares a value with each of several accepted answers; the hint is that of the first. */
export function compareAny(actual: Value, anyOf: readonly Value[], rules: ValueRules): Comparison {
  const compared = anyOf.map((expected) => compareValues(actual, expected, rules));
  return compared.find(({ ok }) => ok) ?? compared[0] ?? { ok: false, hint: 'there is no accepted answer' };
}

function compareParts(actual: Part, expected: Part, rules: ValueRules): Comparison {
  const name = NAMES[expected.kind];
  /** Compares two parts of one kind; where the kinds differ, the hint names both. */
  const both = <K extends Part['kind']>(
    kind: K,
    compare: (came: Extract<Part, { kind: K }>) => Comparison,
  ): Comparison =>
    isKind(actual, kind) ? compare(actual) : { ok: false, hint: `expected ${name}, got ${NAMES[actual.kind]}` };
  switch (expected.kind) {
    case 'None':
      return both('None', () => SAME);
    case 'bool':
    case 'str':
    case 'duration':
    case 'bytes':
      return both(expected.kind, ({ value }) => told(value === expected.value, `${name} differs`));
    case 'datetime':
      return both('datetime', ({ moment }) => told(moment === expected.moment, `${name} differs`));
    case 'number':
      return both('number', (came) => told(isCloseNumeral(came, expected, rules), 'a number differs'));
    case 'complex':
      return both('complex', (came) => told(isSameComplex(came, expected, rules), 'a number differs'));
    case 'sequence':
      return both('sequence', ({ items }) => compareLists(items, expected.items, rules));
    case 'set':
      return both('set', ({ items }) => compareSets(items, expected.items, rules));
    case 'dict':
      return both('dict', ({ pairs }) => compareDicts(pairs, expected.pairs, rules));
    case 'Series':
      return both('Series', ({ series }) => compareSeries(series, expected.series, rules));
    case 'DataFrame':
      return both('DataFrame', ({ frame }) => compareFrames(frame, expected.frame, rules));
    case 'unknown':
      return { ok: false, hint: 'the value cannot be compared' };
  }
}

function isKind<K extends Part['kind']>(part: Part, kind: K): part is Extract<Part, { kind: K }> {
  return part.kind === kind;
}

const NAMES: Readonly<Record<Part['kind'], string>> = {
  None: 'None',
  bool: 'a boolean',
  number: 'a number',
  str: 'a string',
  complex: 'a complex number',
  datetime: 'a date',
  duration: 'a length of time',
  bytes: 'bytes',
  sequence: 'a list',
  set: 'a set',
  dict: 'a dictionary',
  Series: 'a Series',
  DataFrame: 'a DataFrame',
  unknown: 'a value that cannot be compared',
};

function told(isSame: boolean, hint: string): Comparison {
  return isSame ? SAME : { ok: false, hint };
}

type Complex = Extract<Part, { kind: 'complex' }>;

/** Complex numbers are close if their distance is at most the tolerance; parts that are not finite must be the same. */
function isSameComplex(actual: Complex, expected: Complex, { relTol, absTol }: ValueRules): boolean {
  const parts = [
    [actual.real, expected.real],
    [actual.imaginary, expected.imaginary],
  ] as const;
  if (parts.every(([came, wanted]) => isClose(came, wanted, { relTol: 0, absTol: 0 }))) return true;
  const distance = Math.hypot(...parts.map(([came, wanted]) => came - wanted));
  return distance <= Math.max(absTol, relTol * Math.hypot(expected.real, expected.imaginary));
}

function compareLists(actual: readonly Value[], expected: readonly Value[], rules: ValueRules): Comparison {
  const extra = actual.length - expected.length;
  if (extra !== 0) return { ok: false, hint: `${extra > 0 ? 'more' : 'fewer'} items than expected` };
  for (const [index, item] of expected.entries()) {
    const compared = compareValues(actual[index] ?? null, item, rules);
    if (!compared.ok) return compared;
  }
  return SAME;
}

function compareSets(actual: readonly Value[], expected: readonly Value[], rules: ValueRules): Comparison {
  if (actual.length !== expected.length) return compareLists(actual, expected, rules);
  const same = (one: Value, other: Value): boolean => compareValues(one, other, rules).ok;
  return told(isSameMultiset(actual, expected, { tolerance: rules, same }), 'the set contains different items');
}

type Pairs = readonly (readonly [Value, Value])[];

const OTHER_KEYS: Comparison = { ok: false, hint: 'the dictionary has different keys' };

/** Keys are compared like values without tolerances and in any order, values by the rules of the question. */
function compareDicts(actual: Pairs, expected: Pairs, rules: ValueRules): Comparison {
  if (actual.length !== expected.length) return OTHER_KEYS;
  if (hasOnlyTexts(actual) && hasOnlyTexts(expected)) return compareRecords(new Map(actual), expected, rules);
  const digits = digitsFor([...actual, ...expected].map(([key]) => key));
  const came = byKey(actual, digits);
  const paired = expected.map(([key, value]) => ({ value, found: came.get(keyOf(key, digits) ?? '')?.shift() }));
  for (const { value, found } of paired) {
    const compared = found === undefined ? OTHER_KEYS : compareValues(found, value, rules);
    if (!compared.ok) return compared;
  }
  return SAME;
}

type Fields = readonly (readonly [string, Value])[];

/** Most dictionaries have only texts as keys, which are their own keys. */
function hasOnlyTexts(pairs: Pairs): pairs is Fields {
  return pairs.every(([key]) => typeof key === 'string');
}

function compareRecords(actual: ReadonlyMap<string, Value>, expected: Fields, rules: ValueRules): Comparison {
  for (const [key, value] of expected) {
    const found = actual.get(key);
    if (found === undefined) return OTHER_KEYS;
    const compared = compareValues(found, value, rules);
    if (!compared.ok) return compared;
  }
  return SAME;
}

/** The values of each key; only NaN is more than once a key of one dictionary. A key that equals nothing is left out. */
function byKey(pairs: Pairs, digits: Digits): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const name = keyOf(key, digits);
    const alike = name === null ? [] : found.get(name);
    if (name !== null && alike === undefined) found.set(name, [value]);
    else alike?.push(value);
  }
  return found;
}
