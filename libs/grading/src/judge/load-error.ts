import type { CodeBundle, ModelBundle } from '@holdout/bank';
import type { Verdict } from '../contract/report';
import { rowsBy, verdictOnLoading } from './judge-answers';
import { callProgram, sqlProgram } from '../run/programs';
import type { Runner } from '../contract/runner';
import type { Solution } from '../contract/solution';

/**
 * The verdict on a program that cannot be loaded, with line and message; null if it can. The program is loaded again in a
 * box without any input, so its message cannot leak a hidden case. The message of a box with hidden cases must not be shown,
 * because the inputs are already in that process.
 */
export async function loadError(
  solution: Solution,
  bundle: CodeBundle | ModelBundle,
  run: Runner,
): Promise<Verdict | null> {
  const program = callProgram(bundle, solution, []);
  return verdictOnLoading(await run(program), program);
}

/**
 * The verdict on a query that fails on empty tables, with line and message; null if it does not fail. For a failure on
 * hidden rows only the error code is shown, because a message can quote a row; empty tables have none to quote.
 */
export async function queryError(query: string, bundle: CodeBundle, run: Runner): Promise<Verdict | null> {
  const program = sqlProgram(bundle, query, {});
  const queried = rowsBy(await run(program), program.limits, query, 'public');
  return 'verdict' in queried && queried.verdict.kind === 'crashed' ? queried.verdict : null;
}
