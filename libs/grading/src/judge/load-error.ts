import type { CodeBundle, ModelBundle } from '@holdout/bank';
import type { Verdict } from '../contract/report';
import { rowsBy, verdictOnLoading } from './judge-answers';
import { callProgram, sqlProgram } from '../run/programs';
import type { Runner } from '../contract/runner';
import type { Solution } from '../contract/solution';

/**
 * Why a program cannot be loaded, with its line and message; null where it can. It is loaded once more, in a box that is
 * given no input at all: so nothing that it says, true or made up, can tell of a hidden case. What a box with hidden cases
 * says of its own loading may not be shown, since the inputs are in that process already.
 */
export async function loadError(
  solution: Solution,
  bundle: CodeBundle | ModelBundle,
  run: Runner,
): Promise<Verdict | null> {
  const program = callProgram(bundle, solution, []);
  return verdictOnLoading(await run(program), program.limits);
}

/**
 * Why a query fails on empty tables, with its line and message; null where it does not. Of what makes a query fail on
 * hidden rows only the code is told, since a message can quote a row; here there are none to quote.
 */
export async function queryError(query: string, bundle: CodeBundle, run: Runner): Promise<Verdict | null> {
  const program = sqlProgram(bundle, query, {});
  const queried = rowsBy(await run(program), program.limits, query, 'public');
  return 'verdict' in queried && queried.verdict.kind === 'crashed' ? queried.verdict : null;
}
