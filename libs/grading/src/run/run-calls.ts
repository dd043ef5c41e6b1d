import type { CodeBundle } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import { caseReport, NO_RUN } from './case-report';
import type { MaterializedCalls, RunJob } from '../contract/job';
import type { Right } from '../judge/judge-answers';
import { type CallsJudged, endedOf, judgedPartOf } from '../judge/judging';
import { type OwnInputProblem, readOwnInput } from '../values/own-input';
import { callProgram } from './programs';
import { renderCall, renderRight } from './render-case';
import type { CaseReport, Verdict } from '../contract/report';
import { valueRulesOf } from '../compare/rules-of';
import type { Meter } from './meter';
import type { Solution } from '../contract/solution';

/** The group name for a candidate's own input. */
export const OWN_INPUT_GROUP = 'own-input';

/** For the candidate's own input no answer is expected. */
type PublicCase = { readonly group: string; readonly args: readonly Value[]; readonly right: Right | null };

/** Runs a function on the public cases, or on the candidate's own arguments. */
export async function runCalls(
  job: RunJob,
  bundle: CodeBundle,
  data: MaterializedCalls,
  meter: Meter,
): Promise<readonly CaseReport[]> {
  const { ownInput } = job;
  const own = ownInput === null ? null : readOwnInput(ownInput);
  if (own?.ok === false) return [unreadInput(ownInput ?? '', own.problem)];
  const cases = own === null ? casesOf(data) : [{ group: OWN_INPUT_GROUP, args: own.args, right: null }];
  const reports: CaseReport[] = [];
  for (const each of cases) reports.push(await runCase(job, bundle, each, meter));
  return reports;
}

function casesOf({ groups }: MaterializedCalls): readonly PublicCase[] {
  return groups.flatMap(({ name, cases }) => cases.map(({ args, ...right }) => ({ group: name, args, right })));
}

async function runCase(
  solution: Solution,
  bundle: CodeBundle,
  publicCase: PublicCase,
  meter: Meter,
): Promise<CaseReport> {
  const { group, args, right } = publicCase;
  const { language } = solution;
  const program = callProgram(bundle, solution, [args]);
  const ran = meter.isSpent ? null : await meter.run(program);
  const judged =
    ran &&
    (await meter.judge.calls({
      kind: 'calls',
      run: endedOf(ran),
      program: judgedPartOf(program),
      rights: [right],
      rules: valueRulesOf(bundle),
      sight: 'public',
      language,
    }));
  const { verdict, actual } = judged === null ? NOT_RUN : (judged.calls[0] ?? UNRUN);
  return caseReport(
    {
      group,
      verdict,
      input: renderCall({ language, entry: program.entry }, args),
      expected: right === null ? null : renderRight(right, language),
      actual,
    },
    ran ?? NO_RUN,
  );
}

type Judged = CallsJudged['calls'][number];
const UNRUN: Judged = { verdict: { kind: 'notGraded', reason: 'the call was not run' }, actual: null };
const NOT_RUN: Judged = { verdict: { kind: 'notRun' }, actual: null };

/** The report on input that cannot be passed as arguments; nothing was run. The API refuses it before, with words of its own. */
function unreadInput(text: string, problem: OwnInputProblem): CaseReport {
  const verdict: Verdict = { kind: 'invalidAnswer', reason: `The input cannot be passed: ${problem}.` };
  return caseReport({ group: OWN_INPUT_GROUP, verdict, input: text, expected: null, actual: null }, NO_RUN);
}
