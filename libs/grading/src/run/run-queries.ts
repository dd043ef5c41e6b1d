import type { CodeBundle } from '@holdout/bank';
import { caseReport } from './case-report';
import type { MaterializedQueries } from '../contract/job';
import { judgeRows, rowsBy } from '../judge/judge-answers';
import { sqlProgram } from './programs';
import type { SqlTable } from '../values/read-answer';
import { renderSql, renderTables } from './render-case';
import type { CaseReport } from '../contract/report';
import { rowsRulesOf } from '../compare/rules-of';
import type { Runner } from '../contract/runner';
import { shownText } from '../values/shown-text';

const MAX_GRID_ROWS = 200;

/** Runs a query on each public set of tables and reports its rows. */
export async function runQueries(
  query: string,
  bundle: CodeBundle,
  data: MaterializedQueries,
  run: Runner,
): Promise<readonly CaseReport[]> {
  const rules = rowsRulesOf(bundle);
  const reports: CaseReport[] = [];
  for (const { name: group, cases } of data.groups) {
    for (const { tables, expected } of cases) {
      const program = sqlProgram(bundle, query, tables);
      const ran = await run(program);
      const queried = rowsBy(ran, program.limits, query, 'public');
      const table = 'table' in queried ? queried.table : null;
      const facts = {
        group,
        verdict: judgeRows(queried, expected, rules),
        input: renderTables(tables),
        expected: renderSql(expected),
        actual: table === null ? null : renderSql(table),
        table: table === null ? null : gridOf(table),
      };
      reports.push(caseReport(facts, ran));
    }
  }
  return reports;
}

function gridOf({ columns, rows }: SqlTable): CaseReport['table'] {
  const cells = rows.slice(0, MAX_GRID_ROWS).map((row) => row.map((cell) => (cell === null ? null : shownText(cell))));
  return { columns: columns.map(({ name }) => shownText(name)), rows: cells };
}
