import type { CodeBundle } from '@holdout/bank';
import type { Run } from '@holdout/sandbox';
import type { MaterializedCalls } from '../contract/job';
import { verdictOfAll } from '../judge/judge';
import { endedOf, judgedPartOf } from '../judge/judging';
import { loadError } from '../judge/load-error';
import { callProgram } from '../run/programs';
import type { GroupReport, Verdict } from '../contract/report';
import { valueRulesOf } from '../compare/rules-of';
import type { Meter } from '../run/meter';
import type { Solution } from '../contract/solution';
import { usageOf } from '../judge/usage';

/** Grades a function, one box per group with all its cases: a group can neither see the inputs nor the state of another. */
export async function gradeCalls(
  solution: Solution,
  bundle: CodeBundle,
  data: MaterializedCalls,
  meter: Meter,
): Promise<readonly GroupReport[]> {
  const rules = valueRulesOf(bundle);
  const reports: GroupReport[] = [];
  for (const { name, cases } of data.groups) {
    if (meter.isSpent) {
      reports.push(failedGroup({ name, cases }, NOT_RUN));
      continue;
    }
    const program = callProgram(
      bundle,
      solution,
      cases.map(({ args }) => args),
    );
    const ran = await meter.run(program);
    const { isUnloaded, calls } = await meter.judge.calls({
      kind: 'calls',
      run: endedOf(ran),
      program: judgedPartOf(program),
      rights: cases.map(({ expected, anyOf }) => ({ expected, ...(anyOf && { anyOf }) })),
      rules,
      sight: 'hidden',
      language: solution.language,
    });
    const unloaded = isUnloaded ? await loadError(solution, bundle, meter.run) : null;
    if (unloaded !== null) return data.groups.map((group) => failedGroup(group, unloaded));
    const verdicts = calls.map(({ verdict }) => verdict);
    reports.push(groupReport(name, verdicts, [ran]));
  }
  return reports;
}

const NOT_RUN: Verdict = { kind: 'notRun' };

/** The report on a group of which no case was run: it cannot be loaded, or the submission has used up its limits. */
export function failedGroup(
  { name, cases }: { readonly name: string; readonly cases: readonly unknown[] },
  verdict: Verdict,
): GroupReport {
  return groupReport(
    name,
    cases.map(() => verdict),
    [],
  );
}

/** The report on one group. */
export function groupReport(name: string, verdicts: readonly Verdict[], runs: readonly Run[]): GroupReport {
  const passed = verdicts.filter(({ kind }) => kind === 'passed').length;
  return { name, verdict: verdictOfAll(verdicts), passed, total: verdicts.length, ...usageOf(runs) };
}
