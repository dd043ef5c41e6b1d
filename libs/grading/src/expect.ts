import type { CodeBundle, ModelBundle } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import { MaterializeError } from './errors';
import { failureOf } from './generate';
import { runModel } from './grade-model';
import type { MaterializedCalls, MaterializedModel, MaterializedQueries, SqlTables } from './job';
import { returnedBy, rowsBy } from './judge-answers';
import { metricValue } from './measure';
import { callProgram, sqlProgram } from './programs';
import type { GroupOf, ModelInput } from './read-generated';
import type { Runner } from './runner';
import { isStorable } from './storable';
import { partOf } from './value-kinds';

/** The cases with what the reference returns for each, run as a candidate's program is and within the same limits. */
export async function expectCalls(
  bundle: CodeBundle,
  groups: readonly GroupOf<{ readonly args: readonly Value[] }>[],
  run: Runner,
): Promise<MaterializedCalls> {
  const source = referenceOf(bundle, 'python');
  const expected: MaterializedCalls['groups'][number][] = [];
  for (const { name, cases } of groups) {
    const program = callProgram(
      bundle,
      source,
      cases.map(({ args }) => args),
    );
    const ran = await run(program);
    const returned = returnedBy(ran, program.limits, cases.length, 'public');
    expected.push({
      name,
      cases: cases.map(({ args }, index) => {
        const what = `the reference solution, group ${name}, case ${index + 1},`;
        const outcome = returned[index] ?? { verdict: { kind: 'notGraded', reason: 'a case was not run' } };
        if ('verdict' in outcome) throw failureOf(what, outcome.verdict);
        return { args, expected: checkExpected(outcome.value, what) };
      }),
    });
  }
  return { kind: 'calls', groups: expected };
}

/** The cases with the rows that the reference query gives for each. */
export async function expectQueries(
  bundle: CodeBundle,
  groups: readonly GroupOf<{ readonly tables: SqlTables }>[],
  run: Runner,
): Promise<MaterializedQueries> {
  const query = referenceOf(bundle, 'sql');
  const expected: MaterializedQueries['groups'][number][] = [];
  for (const { name, cases } of groups) {
    const answered: MaterializedQueries['groups'][number]['cases'][number][] = [];
    for (const [index, { tables }] of cases.entries()) {
      const what = `the reference solution, group ${name}, case ${index + 1},`;
      const program = sqlProgram(bundle, query, tables);
      const queried = rowsBy(await run(program), program.limits, query, 'public');
      if ('verdict' in queried) throw failureOf(what, queried.verdict);
      if (queried.table.truncated) throw new MaterializeError(`${what} gave more than 10,000 rows`);
      answered.push({ tables, expected: queried.table });
    }
    expected.push({ name, cases: answered });
  }
  return { kind: 'queries', groups: expected };
}

/** The held-out rows with the metric that the reference reaches on them. */
export async function expectModel(bundle: ModelBundle, data: ModelInput, run: Runner): Promise<MaterializedModel> {
  const { predicted } = await runModel(referenceOf(bundle, 'python'), { bundle, data, sight: 'public' }, run);
  if ('verdict' in predicted) throw failureOf('the reference solution', predicted.verdict);
  const reference = metricValue(bundle, data.truth, predicted.numbers);
  if (!Number.isFinite(reference)) throw new MaterializeError('the metric of the reference solution is not a number');
  return { kind: 'model', ...data, reference };
}

function referenceOf(bundle: CodeBundle | ModelBundle, language: 'python' | 'sql'): string {
  const source = bundle.secret.solutions[language];
  if (source === undefined) throw new MaterializeError(`the question has no reference solution in ${language}`);
  return source.text;
}

function checkExpected(value: Value, what: string): Value {
  if (partOf(value).kind === 'unknown') throw new MaterializeError(`${what} returned a value that cannot be compared`);
  if (!isStorable(value)) throw new MaterializeError(`${what} returned a text that cannot be stored`);
  return value;
}
