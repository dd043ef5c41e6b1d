import type { ModelBundle } from '@holdout/bank';
import type { CallProgram, Limits, ProgramError, Run, Value } from '@holdout/sandbox';
import { compareRows } from '../compare/compare-rows';
import type { RowsRules, ValueRules } from '../compare/rules-of';
import { compareAny } from '../compare/compare-values';
import type { Comparison } from '../compare/compare-tables';
import type { Sight } from './crash';
import { crashOf, sqlCrashOf } from './crash';
import type { CallCase } from '../contract/job';
import { judge } from './judge';
import { checkPredicted } from '../metrics/check-metric';
import { numbersOf } from '../values/numbers-of';
import type { SqlTable } from '../values/read-answer';
import { readCalls, readSql } from '../values/read-answer';
import { shownText } from '../values/shown-text';
import type { Verdict } from '../contract/report';

/** The result of one call: the returned value, or the verdict if there is none. */
export type Returned = { readonly value: Value } | { readonly verdict: Verdict };

const UNREADABLE: Verdict = { kind: 'invalidAnswer', reason: 'The answer of the program could not be read.' };

/** What of a run decides. */
type Ended = Pick<Run, 'end' | 'answer'>;

/** What of a program decides how its run is judged. */
type Judged = Pick<CallProgram, 'limits' | 'forbid'>;

/** The results of `count` calls, in their order. */
export function returnedBy(run: Ended, program: Judged, count: number, sight: Sight): readonly Returned[] {
  const all = (verdict: Verdict): readonly Returned[] => Array.from({ length: count }, () => ({ verdict }));
  const ended = judge(run.end, program.limits);
  if (ended !== null) return all(ended);
  const answer = readCalls(run.answer, count);
  switch (answer.kind) {
    case 'unreadable':
      return all(UNREADABLE);
    case 'loadError':
      return all(failureOf(answer.error, program, sight));
    case 'outcomes':
      return answer.outcomes.map((outcome) =>
        outcome.ok ? { value: outcome.value } : { verdict: failureOf(outcome.error, program, sight) },
      );
  }
}

/** The verdict on loading a program without calling it, with its message; null if it could be loaded. */
export function verdictOnLoading(run: Run, program: Judged): Verdict | null {
  if (judge(run.end, program.limits) !== null) return null;
  const answer = readCalls(run.answer, 0);
  return answer.kind === 'loadError' ? failureOf(answer.error, program, 'public') : null;
}

/** Whether a box reports that the program could not be loaded. */
export function isUnloaded(run: Ended): boolean {
  return run.end.kind === 'answered' && readCalls(run.answer, 0).kind === 'loadError';
}

/** A program can claim to have broken a rule, which counts only where the question has one. */
function failureOf(error: ProgramError, { forbid }: Judged, sight: Sight): Verdict {
  const { broken, ...rest } = error;
  return crashOf(broken === undefined || forbid === undefined ? rest : error, sight);
}

/** The verdict on the value of a call, compared with the expected value or with any of several accepted ones. */
export function judgeReturned(returned: Returned, right: Right, rules: ValueRules, sight: Sight): Verdict {
  if ('verdict' in returned) return returned.verdict;
  const { value } = returned;
  const { expected, anyOf = [expected] } = right;
  return isOpaque(value) ? unsupported(value.type, sight) : verdictOf(compareAny(value, anyOf, rules));
}

/** The type is named for public cases only: a program could choose its name by what it saw. */
function unsupported(type: string, sight: Sight): Verdict {
  const name = sight === 'public' ? ` (${shownText(type).slice(0, 100)})` : '';
  const reason = `The type of the returned value${name} is not supported. Return plain numbers, strings, lists and tables.`;
  return { kind: 'invalidAnswer', reason };
}

export type Right = Pick<CallCase, 'expected' | 'anyOf'>;

function isOpaque(value: Value): value is Extract<Value, { $: 'opaque' }> {
  return typeof value === 'object' && value !== null && '$' in value && value.$ === 'opaque';
}

export type Queried = { readonly table: SqlTable } | { readonly verdict: Verdict };

/** The rows of a query, or the verdict if there are none. */
export function rowsBy(run: Ended, limits: Limits, query: string, sight: Sight): Queried {
  const ended = judge(run.end, limits);
  if (ended !== null) return { verdict: ended };
  const answer = readSql(run.answer);
  switch (answer.kind) {
    case 'unreadable':
      return { verdict: UNREADABLE };
    case 'error':
      return { verdict: sqlCrashOf(answer.error, query, sight) };
    case 'table':
      return { table: answer.table };
  }
}

/** The verdict on the rows of a query. */
export function judgeRows(queried: Queried, expected: SqlTable, rules: RowsRules): Verdict {
  return 'verdict' in queried ? queried.verdict : verdictOf(compareRows(queried.table, expected, rules));
}

export type Predicted = { readonly numbers: readonly number[] } | { readonly verdict: Verdict };

/** What decides which numbers are valid predictions. */
type Asked = Pick<ModelBundle['candidate'], 'metric' | 'guards'>;

/** The predictions of a model's function for `count` rows, or the verdict. Only for public rows does it say which is wrong. */
export function predictedBy(returned: Returned, count: number, asked: Asked, sight: Sight): Predicted {
  if ('verdict' in returned) return returned;
  const read = numbersOf(returned.value);
  const invalid = (reason: string): Predicted => ({ verdict: { kind: 'invalidAnswer', reason } });
  if (!read.ok) {
    const place = read.at === undefined || sight === 'hidden' ? '' : ` Item ${read.at + 1} is not one.`;
    return invalid(`Expected ${count} finite numbers, one per row of test.${place}`);
  }
  if (read.numbers.length !== count) {
    const came = sight === 'hidden' ? 'a different count' : String(read.numbers.length);
    return invalid(`Expected ${count} numbers, got ${came}.`);
  }
  const issue = issueOf(read.numbers, asked);
  return issue === null ? { numbers: read.numbers } : invalid(issue);
}

function issueOf(numbers: readonly number[], { metric, guards = [] }: Asked): string | null {
  return [metric, ...guards].map((spec) => checkPredicted(spec, numbers)).find((issue) => issue !== null) ?? null;
}

function verdictOf(comparison: Comparison): Verdict {
  return comparison.ok ? { kind: 'passed' } : { kind: 'wrongAnswer', hint: comparison.hint };
}
