import { isReached, isStorableJson, LANGUAGES } from '@holdout/bank';
import type { CodeBundle, Language, ModelBundle } from '@holdout/bank';
import { incomparableColumn } from '../compare/compare-rows';
import { compareAny, compareValues } from '../compare/compare-values';
import { MaterializeError } from '../contract/errors';
import { checkCarried } from './check-carried';
import { failureOf } from './generate';
import { runModel } from '../grade/grade-model';
import type { CallCase, MaterializedCalls, MaterializedModel, MaterializedQueries, SqlTables } from '../contract/job';
import { returnedBy, rowsBy } from '../judge/judge-answers';
import { judgeHere } from '../judge/judging';
import { metricValue } from '../metrics/measure';
import { callProgram, sqlProgram } from '../run/programs';
import type { CallInput, GroupOf, ModelInput } from './read-generated';
import type { SqlTable } from '../values/read-answer';
import { type ValueRules, valueRulesOf } from '../compare/rules-of';
import type { Runner } from '../contract/runner';
import type { Solution } from '../contract/solution';
import { referenceOf } from '../contract/solution';

/** The cases with the reference's answers. The reference runs as a candidate's program does, within the same limits. */
export async function expectCalls(
  bundle: CodeBundle,
  groups: readonly GroupOf<CallInput>[],
  run: Runner,
): Promise<MaterializedCalls> {
  const reference = referenceOf(bundle);
  const rules = valueRulesOf(bundle);
  const expected: MaterializedCalls['groups'][number][] = [];
  for (const { name, cases } of groups) {
    for (const [index, { args }] of cases.entries()) {
      for (const arg of args) checkCarried(arg, languagesOf(bundle), `group ${name}, case ${index + 1}: an argument`);
    }
    const program = callProgram(
      bundle,
      reference,
      cases.map(({ args }) => args),
    );
    const ran = await run(program);
    const returned = returnedBy(ran, program, cases.length, 'public');
    expected.push({
      name,
      cases: cases.map((input, index) => {
        const what = `the reference solution, group ${name}, case ${index + 1},`;
        const outcome = returned[index] ?? { verdict: { kind: 'notGraded', reason: 'a case was not run' } };
        if ('verdict' in outcome) throw failureOf(what, outcome.verdict);
        return checkExpected({ ...input, expected: outcome.value }, rules, what);
      }),
    });
  }
  return { kind: 'calls', groups: expected };
}

/** The cases with the rows of the reference query. */
export async function expectQueries(
  bundle: CodeBundle,
  groups: readonly GroupOf<{ readonly tables: SqlTables }>[],
  run: Runner,
): Promise<MaterializedQueries> {
  const { source: query } = referenceOf(bundle);
  const expected: MaterializedQueries['groups'][number][] = [];
  for (const { name, cases } of groups) {
    const answered: MaterializedQueries['groups'][number]['cases'][number][] = [];
    for (const [index, { tables }] of cases.entries()) {
      const what = `the reference solution, group ${name}, case ${index + 1},`;
      const program = sqlProgram(bundle, query, tables);
      const queried = rowsBy(await run(program), program.limits, query, 'public');
      if ('verdict' in queried) throw failureOf(what, queried.verdict);
      if (queried.table.truncated) throw new MaterializeError(`${what} returned more than 10,000 rows`);
      answered.push({ tables, expected: comparable(queried.table, what) });
    }
    expected.push({ name, cases: answered });
  }
  return { kind: 'queries', groups: expected };
}

function languagesOf({ candidate }: CodeBundle | ModelBundle): readonly Language[] {
  return LANGUAGES.filter((language) => candidate.languages[language] !== undefined);
}

/** Rows whose columns all have a type that can be compared. */
function comparable(table: SqlTable, what: string): SqlTable {
  const column = incomparableColumn(table);
  if (column === null) return table;
  throw new MaterializeError(
    `${what} returned the column "${column.name}" of type ${column.type}, whose values cannot be compared; cast it, or select its parts`,
  );
}

/** The held-out rows with the metrics of the baseline and the reference. The reference must meet every guard. */
export async function expectModel(bundle: ModelBundle, data: ModelInput, run: Runner): Promise<MaterializedModel> {
  const predictionsOf = async (what: string, solution: Solution): Promise<readonly number[]> => {
    const { predicted } = await runModel(solution, { bundle, data, sight: 'public' }, { run, judge: judgeHere });
    if ('verdict' in predicted) throw failureOf(what, predicted.verdict);
    return predicted.numbers;
  };
  for (const rows of [data.train, data.test]) checkCarried(rows, languagesOf(bundle), 'a table of make(seed, part)');
  const { metric, guards = [] } = bundle.candidate;
  const solution = referenceOf(bundle);
  const byReference = await predictionsOf('the reference solution', solution);
  const byBaseline = await predictionsOf('the baseline', { ...solution, source: bundle.secret.baseline.text });
  const broken = guards.find((guard) => !isReached(guard.name, metricValue(guard, data, byReference), guard.limit));
  if (broken !== undefined)
    throw new MaterializeError(`the reference solution does not meet the guard "${broken.title}"`);
  const reference = finite('the reference solution', metricValue(metric, data, byReference));
  return { kind: 'model', ...data, baseline: finite('the baseline', metricValue(metric, data, byBaseline)), reference };
}

function finite(what: string, metric: number): number {
  if (!Number.isFinite(metric)) throw new MaterializeError(`the metric of ${what} is not a number`);
  return metric;
}

/** A case that the reference passes. An answer that does not equal itself would fail every candidate. */
function checkExpected(made: CallCase, rules: ValueRules, what: string): CallCase {
  const { expected, anyOf = [expected] } = made;
  if (!isStorableJson(expected))
    throw new MaterializeError(`${what} returned a string that cannot be stored: NUL or invalid Unicode`);
  const alike = [expected, ...anyOf].every((answer) => compareValues(answer, answer, rules).ok);
  if (!alike) throw new MaterializeError(`${what} returned a value that cannot be compared, or "anyOf" holds one`);
  if (!compareAny(expected, anyOf, rules).ok) throw new MaterializeError(`${what} returned none of "anyOf"`);
  return made;
}
