import type { CodeBundle } from '@holdout/bank';
import type { Run } from '@holdout/sandbox';
import type { MaterializedCalls } from './job';
import { verdictOfAll } from './judge';
import { judgeReturned, returnedBy } from './judge-answers';
import { callProgram } from './programs';
import type { GroupReport, Verdict } from './report';
import { valueRulesOf } from './rules-of';
import type { Runner } from './runner';
import { usageOf } from './usage';

/** One box per group, with all its cases: no group sees another's inputs, and no state is carried over. */
export async function gradeCalls(
  source: string,
  bundle: CodeBundle,
  data: MaterializedCalls,
  run: Runner,
): Promise<readonly GroupReport[]> {
  const rules = valueRulesOf(bundle);
  const reports: GroupReport[] = [];
  for (const { name, cases } of data.groups) {
    const program = callProgram(
      bundle,
      source,
      cases.map(({ args }) => args),
    );
    const ran = await run(program);
    const returned = returnedBy(ran, program.limits, cases.length, 'hidden');
    const verdicts = cases.map(({ expected }, index) =>
      judgeReturned(
        returned[index] ?? { verdict: { kind: 'notGraded', reason: 'a case was not run' } },
        expected,
        rules,
      ),
    );
    reports.push(groupReport(name, verdicts, [ran]));
  }
  return reports;
}

/** What became of one group. */
export function groupReport(name: string, verdicts: readonly Verdict[], runs: readonly Run[]): GroupReport {
  const passed = verdicts.filter(({ kind }) => kind === 'passed').length;
  return { name, verdict: verdictOfAll(verdicts), passed, total: verdicts.length, ...usageOf(runs) };
}
