import { isTagged } from '@holdout/sandbox';
import type { CallProgram, Value } from '@holdout/sandbox';

/** Modules of the standard library that no program gets to a data package by. All are loaded in the zygote. */
const PLAIN = new Set(
  `__future__ abc array bisect cmath collections contextlib copy csv dataclasses datetime decimal enum fractions
functools heapq io itertools json math numbers operator random re statistics string textwrap time typing`.split(/\s+/),
);

const DATA_PACKAGES = /numpy|pandas|scipy|sklearn|joblib|dateutil|pytz|threadpoolctl/;
const OTHER_WAYS_TO_IMPORT =
  /\b(?:exec|eval|getattr|globals|locals|vars|help|breakpoint|__(?:import|builtins|loader|spec|globals|subclasses|dict)__)\b/;
const IMPORT = /\bimport\b/;
/** Matching takes the square of the length. */
const LONGEST_LINE = 200;
const PLAIN_IMPORT = /^\s*(?:from\s+(?<from>[\w.]+)\s+import\s+[\w\s,*()]+|import\s+(?<names>[\w\s.,]+))(?:#.*)?$/;

/**
 * Whether a program in Python has no use for the data packages, so that a box without them in its memory, which is made
 * in half the time, runs it to the same verdict. One that hides its use of a package gets it there too, but pays for the
 * import: so whatever looks like a way to import, and is not known to be harmless, counts as a use.
 */
export function isLight({ files, calls }: Pick<CallProgram, 'files' | 'calls'>): boolean {
  return Object.values(files).every(isPlainSource) && !calls.some((values) => values.some(isOfDataPackage));
}

function isPlainSource(source: string): boolean {
  if (DATA_PACKAGES.test(source) || OTHER_WAYS_TO_IMPORT.test(source)) return false;
  return source.split(/[\r\n\f]/).every((line) => !IMPORT.test(line) || isPlainImport(line));
}

function isPlainImport(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const { from, names } = PLAIN_IMPORT.exec(line)?.groups ?? {};
  const modules = from === undefined ? (names ?? '').split(',') : [from];
  return modules.every((module) => PLAIN.has(module.trim().split(/[\s.]/, 1)[0] ?? ''));
}

const TAGS_OF_DATA_PACKAGES = new Set(['array', 'series', 'dataframe']);

function isOfDataPackage(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(isOfDataPackage);
  if (isTagged(value) && TAGS_OF_DATA_PACKAGES.has(value.$)) return true;
  return Object.values(value).some(isOfDataPackage);
}
