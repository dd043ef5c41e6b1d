import type { CodeBundle } from '@holdout/bank';
import type { Run } from '@holdout/sandbox';
import { failedGroup, groupReport } from './grade-calls';
import type { MaterializedQueries } from '../contract/job';
import { endedOf } from '../judge/judging';
import { queryError } from '../judge/load-error';
import { sqlProgram } from '../run/programs';
import type { GroupReport, Verdict } from '../contract/report';
import { rowsRulesOf } from '../compare/rules-of';
import type { Meter } from '../run/meter';

/** Grades a query, one run per case, because each case has its own tables. A group ends with its first run over a limit. */
export async function gradeQueries(
  query: string,
  bundle: CodeBundle,
  data: MaterializedQueries,
  meter: Meter,
): Promise<readonly GroupReport[]> {
  const reports: GroupReport[] = [];
  for (const group of data.groups) {
    const { runs, verdicts } = await runGroup(query, bundle, group.cases, meter);
    const isCrashed = verdicts.some(({ kind }) => kind === 'crashed');
    const anywhere = isCrashed && !hasCrashed(reports) ? await queryError(query, bundle, meter.run) : null;
    if (anywhere !== null) return data.groups.map((each) => failedGroup(each, anywhere));
    reports.push(groupReport(group.name, verdicts, runs));
  }
  return reports;
}

/** Then the query is known not to fail on empty tables. */
const hasCrashed = (reports: readonly GroupReport[]): boolean =>
  reports.some(({ verdict }) => verdict.kind === 'crashed');

type RanGroup = { readonly runs: readonly Run[]; readonly verdicts: readonly Verdict[] };

async function runGroup(
  query: string,
  bundle: CodeBundle,
  cases: MaterializedQueries['groups'][number]['cases'],
  meter: Meter,
): Promise<RanGroup> {
  const rules = rowsRulesOf(bundle);
  const runs: Run[] = [];
  const verdicts: Verdict[] = [];
  for (const { tables, expected } of cases) {
    if (meter.isSpent || runs.at(-1)?.end.kind === 'overLimit') {
      verdicts.push({ kind: 'notRun' });
      continue;
    }
    const program = sqlProgram(bundle, query, tables);
    const ran = await meter.run(program);
    runs.push(ran);
    const { limits } = program;
    const task = { kind: 'rows', run: endedOf(ran), limits, query, expected, rules, sight: 'hidden' } as const;
    verdicts.push((await meter.judge.rows(task)).verdict);
  }
  return { runs, verdicts };
}
