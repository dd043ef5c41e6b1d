import type { CodeBundle } from '@holdout/bank';
import { caseReport, NO_RUN } from './case-report';
import type { MaterializedQueries } from '../contract/job';
import { endedOf, type RowsJudged } from '../judge/judging';
import { sqlProgram } from './programs';
import { renderSql, renderTables } from './render-case';
import type { CaseReport } from '../contract/report';
import { rowsRulesOf } from '../compare/rules-of';
import type { Meter } from './meter';

const NOT_RUN: RowsJudged = { verdict: { kind: 'notRun' }, actual: null, table: null };

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
  const rules = rowsRulesOf(bundle);
  const judged = ran && {
    kind: 'rows' as const,
    run: endedOf(ran),
    limits: program.limits,
    query,
    expected,
    rules,
    sight: 'public' as const,
  };
  const facts = {
    group,
    ...(judged === null ? NOT_RUN : await meter.judge.rows(judged)),
    input: renderTables(tables),
    expected: renderSql(expected),
  };
  return caseReport(facts, ran ?? NO_RUN);
}
