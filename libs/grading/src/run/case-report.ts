import type { Run } from '@holdout/sandbox';
import type { CaseReport } from '../contract/report';
import { shownText } from '../values/shown-text';
import { usageOf } from '../judge/usage';

export type CaseFacts = Pick<CaseReport, 'group' | 'verdict' | 'input' | 'expected' | 'actual'> & {
  readonly table?: CaseReport['table'];
};

/** Stands for the run of a case that was not run. */
export const NO_RUN: Run = { end: { kind: 'answered' }, stdout: '', stderr: '', cpuMs: 0, wallMs: 0, memoryBytes: 0 };

/** The report on one case with its output and cost; every text is truncated to what a report may contain. */
export function caseReport(facts: CaseFacts, run: Run): CaseReport {
  const { expected, actual } = facts;
  return {
    group: facts.group,
    verdict: facts.verdict,
    input: shownText(facts.input),
    expected: expected === null ? null : shownText(expected),
    actual: actual === null ? null : shownText(actual),
    stdout: shownText(run.stdout),
    stderr: shownText(run.stderr),
    table: facts.table ?? null,
    ...usageOf([run]),
  };
}
