import type { Language, LanguageShown } from '@holdout/bank';
import type { GradeReport, GroupReport, Verdict } from '../contract/report';

/**
 * The errors that a candidate is told of by name when they occur on hidden cases: the few of each language that teach most.
 * A program that reads the hidden input chooses its error, so n names carry log2(n + 1) bits of the input out.
 */
const NAMES: Readonly<Record<Language, ReadonlySet<string>>> = {
  python: new Set(
    'AttributeError IndexError KeyError NameError RecursionError TypeError ValueError ZeroDivisionError'.split(' '),
  ),
  r: new Set(['simpleError', 'subscriptOutOfBoundsError', 'expressionStackOverflowError']),
  javascript: new Set(['RangeError', 'ReferenceError', 'TypeError']),
  typescript: new Set(['RangeError', 'ReferenceError', 'TypeError']),
  sql: new Set([...['21000', '22003', '22012', '22P02'].map((code) => `SQLSTATE ${code}`), 'SQLITE_ERROR']),
};

const OTHER = 'an uncommon error, or one of your own';

/**
 * What a candidate may learn of a verdict on hidden cases. The name of an error and the hint of a wrong answer are chosen
 * by the program, so each is one of a few. A verdict from a box without inputs has a `detail` and is not changed.
 */
export function narrowVerdict(verdict: Verdict, language: Language): Verdict {
  if (verdict.kind === 'wrongAnswer' && verdict.hint !== undefined)
    return { ...verdict, hint: narrowHint(verdict.hint) };
  if (verdict.kind !== 'crashed' || verdict.detail !== undefined) return verdict;
  return { kind: 'crashed', error: NAMES[language].has(verdict.error) ? verdict.error : OTHER };
}

/** A hint names one column at most, and of a type only whether it is None. */
function narrowHint(hint: string): string {
  return hint
    .replace(/^columns? ([^,]+), .* is missing$/, 'column $1 and others are missing')
    .replace(/^columns ([^,]+), .* differ in some rows$/, 'column $1 and others differ in some rows')
    .replace(/^(expected .+, got) (?!None$).+$/, '$1 something else');
}

export type ShownUsage = {
  /** 1 to 4: the quarter of the limit within which the group stayed. */
  readonly timeQuarters: number | null;
  readonly memoryQuarters: number | null;
};

const QUARTERS = 4;
const MS = 1000;
const MEGABYTE = 1024 * 1024;
const NOTHING: ShownUsage = { timeQuarters: null, memoryQuarters: null };

/**
 * The cost of a group of hidden cases, in quarters of its limits, for a submission that passed all groups. For others it
 * is not shown: a program that reads a hidden input can encode it in its time and memory.
 */
export function shownUsage(
  { verdict }: Pick<GradeReport, 'verdict'>,
  { cpuMs, wallMs, memoryBytes }: Pick<GroupReport, 'cpuMs' | 'wallMs' | 'memoryBytes'>,
  limits: Pick<LanguageShown, 'cpuSeconds' | 'memoryMb'> | undefined,
): ShownUsage {
  if (verdict.kind !== 'passed' || limits === undefined) return NOTHING;
  return {
    timeQuarters: quartersOf(cpuMs ?? wallMs, limits.cpuSeconds * MS),
    memoryQuarters: memoryBytes === null ? null : quartersOf(memoryBytes, limits.memoryMb * MEGABYTE),
  };
}

function quartersOf(value: number, limit: number): number {
  return Math.min(QUARTERS, Math.max(1, Math.ceil((QUARTERS * value) / limit)));
}
