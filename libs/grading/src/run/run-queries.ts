import type { CodeBundle } from '@holdout/bank';
import { caseReport, NO_RUN } from './case-report';
import type { MaterializedQueries } from '../contract/job';
import { judgeRows, type Queried, rowsBy } from '../judge/judge-answers';
import { sqlProgram } from './programs';
import type { SqlTable } from '../values/read-answer';
import { renderSql, renderTables } from './render-case';
import type { CaseReport } from '../contract/report';
import { rowsRulesOf } from '../compare/rules-of';
import type { Meter } from './meter';
import { shownText } from '../values/shown-text';

const MAX_GRID_ROWS = 200;
const NOT_RUN: Queried = { verdict: { kind: 'notRun' } };

/** Runs a query on each public set of tables and reports its rows. */
export async function runQueries(
  query: string,
  bundle: CodeBundle,
  data: MaterializedQueries,
  meter: Meter,
): Promise<readonly CaseReport[]> {
  const reports: CaseReport[] = [];
  for (const { name: group, cases } of data.groups) {
    for (const each of cases) reports.push(await runCase(query, bundle, { group, ...each }, meter));
  }
  return reports;
}

type QueryCase = MaterializedQueries['groups'][number]['cases'][number] & { readonly group: string };

async function runCase(
  query: string,
  bundle: CodeBundle,
  { group, tables, expected }: QueryCase,
  meter: Meter,
): Promise<CaseReport> {
  const program = sqlProgram(bundle, query, tables);
  const ran = meter.isSpent ? null : await meter.run(program);
  const queried = ran === null ? NOT_RUN : rowsBy(ran, program.limits, query, 'public');
  const table = 'table' in queried ? queried.table : null;
  const facts = {
    group,
    verdict: judgeRows(queried, expected, rowsRulesOf(bundle)),
    input: renderTables(tables),
    expected: renderSql(expected),
    actual: table === null ? null : renderSql(table),
    table: table === null ? null : gridOf(table),
  };
  return caseReport(facts, ran ?? NO_RUN);
}

function gridOf({ columns, rows }: SqlTable): CaseReport['table'] {
  const cells = rows.slice(0, MAX_GRID_ROWS).map((row) => row.map((cell) => (cell === null ? null : shownText(cell))));
  return { columns: columns.map(({ name }) => shownText(name)), rows: cells };
}
