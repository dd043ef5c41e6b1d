import type { CodeBundle } from '@holdout/bank';
import type { Run, Value } from '@holdout/sandbox';
import { caseReport } from './case-report';
import type { MaterializedCalls, RunJob } from './job';
import type { Returned } from './judge-answers';
import { judgeReturned, returnedBy } from './judge-answers';
import { readOwnInput } from './own-input';
import { callProgram } from './programs';
import { renderCall } from './render-case';
import { renderValue } from './render-value';
import type { CaseReport, Verdict } from './report';
import { valueRulesOf } from './rules-of';
import type { Runner } from './runner';

/** The group under which a candidate's own input is reported. */
export const OWN_INPUT_GROUP = 'own-input';

type PublicCase = { readonly group: string; readonly args: readonly Value[]; readonly expected: Value | undefined };

/** Runs the public cases of a function, or the candidate's own arguments. */
export async function runCalls(
  { source, ownInput }: RunJob,
  bundle: CodeBundle,
  data: MaterializedCalls,
  run: Runner,
): Promise<readonly CaseReport[]> {
  const own = ownInput === null ? null : readOwnInput(ownInput);
  if (own?.ok === false) return [unreadInput(ownInput ?? '', own.reason)];
  const cases = own === null ? casesOf(data) : [{ group: OWN_INPUT_GROUP, args: own.args, expected: undefined }];
  const reports: CaseReport[] = [];
  for (const each of cases) reports.push(await runCase(source, bundle, each, run));
  return reports;
}

function casesOf({ groups }: MaterializedCalls): readonly PublicCase[] {
  return groups.flatMap(({ name, cases }) => cases.map((each) => ({ group: name, ...each })));
}

async function runCase(source: string, bundle: CodeBundle, publicCase: PublicCase, run: Runner): Promise<CaseReport> {
  const { group, args, expected } = publicCase;
  const program = callProgram(bundle, source, [args]);
  const ran = await run(program);
  const [returned = { verdict: { kind: 'notGraded', reason: 'the call was not run' } as const }] = returnedBy(
    ran,
    program.limits,
    1,
    'public',
  );
  const verdict = expected === undefined ? ranAtAll(returned) : judgeReturned(returned, expected, valueRulesOf(bundle));
  return caseReport(
    {
      group,
      verdict,
      input: renderCall(program.entry, args),
      expected: expected === undefined ? null : renderValue(expected),
      actual: 'value' in returned ? renderValue(returned.value) : null,
    },
    ran,
  );
}

function ranAtAll(returned: Returned): Verdict {
  return 'verdict' in returned ? returned.verdict : { kind: 'passed' };
}

/** Nothing was run: the input never was arguments. */
function unreadInput(text: string, reason: string): CaseReport {
  const nothing: Run = { end: { kind: 'answered' }, stdout: '', stderr: '', cpuMs: 0, wallMs: 0, memoryBytes: 0 };
  const verdict: Verdict = { kind: 'invalidAnswer', reason };
  return caseReport({ group: OWN_INPUT_GROUP, verdict, input: text, expected: null, actual: null }, nothing);
}
