import { isTagged } from '@holdout/sandbox';
import type { CallProgram, Value } from '@holdout/sandbox';

/**
 * Standard modules through which a program cannot reach a data package by accident. The zygote has imported all of
 * them.
 */
const PLAIN = new Set(
  `__future__ abc array bisect cmath collections contextlib copy csv dataclasses datetime decimal enum fractions
functools heapq io itertools json math numbers operator random re statistics string textwrap time typing`.split(/\s+/),
);

const DATA_PACKAGES = /numpy|pandas|scipy|sklearn|joblib|dateutil|pytz|threadpoolctl/;
const OTHER_WAYS_TO_IMPORT =
  /\b(?:exec|eval|getattr|globals|locals|vars|help|breakpoint|__(?:import|builtins|loader|spec|globals|subclasses|dict)__)\b/;
const IMPORT = /\bimport\b/;
/** IMPORT_LINE backtracks quadratically, so longer lines are not matched. */
const MAX_LINE_LENGTH = 200;
const IMPORT_LINE = /^\s*(?:from\s+(?<from>[\w.]+)\s+import\s+[\w\s,*()]+|import\s+(?<names>[\w\s.,]+))(?:#.*)?$/;

/**
 * Whether a Python program does not use the data packages. It then runs in a box without them in memory, which is
 * forked in half the time, with the same verdict. A false positive still works, because the packages can be imported
 * there, but pays for the import. So everything that could be an import and is not on the allow-list counts as a use.
 */
export function isLight({ files, calls }: Pick<CallProgram, 'files' | 'calls'>): boolean {
  return Object.values(files).every(isPlainSource) && !calls.some((values) => values.some(isOfDataPackage));
}

function isPlainSource(source: string): boolean {
  if (DATA_PACKAGES.test(source) || OTHER_WAYS_TO_IMPORT.test(source)) return false;
  return source.split(/[\r\n\f]/).every((line) => !IMPORT.test(line) || isPlainImport(line));
}

function isPlainImport(line: string): boolean {
  if (line.length > MAX_LINE_LENGTH) return false;
  const { from, names } = IMPORT_LINE.exec(line)?.groups ?? {};
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
