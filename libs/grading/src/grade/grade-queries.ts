import type { CodeBundle } from '@holdout/bank';
import type { Run } from '@holdout/sandbox';
import { failedGroup, groupReport } from './grade-calls';
import type { MaterializedQueries } from '../contract/job';
import { judgeRows, rowsBy } from '../judge/judge-answers';
import { queryError } from '../judge/load-error';
import { sqlProgram } from '../run/programs';
import type { GroupReport, Verdict } from '../contract/report';
import { rowsRulesOf } from '../compare/rules-of';
import type { Runner } from '../contract/runner';

/** Grades a query, one run per case, because each case has its own tables. */
export async function gradeQueries(
  query: string,
  bundle: CodeBundle,
  data: MaterializedQueries,
  run: Runner,
): Promise<readonly GroupReport[]> {
  const rules = rowsRulesOf(bundle);
  const reports: GroupReport[] = [];
  for (const { name, cases } of data.groups) {
    const runs: Run[] = [];
    const verdicts: Verdict[] = [];
    for (const { tables, expected } of cases) {
      const program = sqlProgram(bundle, query, tables);
      const ran = await run(program);
      const verdict = judgeRows(rowsBy(ran, program.limits, query, 'hidden'), expected, rules);
      const anywhere = verdict.kind === 'crashed' ? await queryError(query, bundle, run) : null;
      if (anywhere !== null) return data.groups.map((group) => failedGroup(group, anywhere));
      runs.push(ran);
      verdicts.push(verdict);
    }
    reports.push(groupReport(name, verdicts, runs));
  }
  return reports;
}
