import type { CodeBundle, Language } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import type { CallCase, MaterializedData, MaterializedModel, SqlTables } from '../contract/job';
import type { CaseReport } from '../contract/report';
import type { SqlTable } from '../values/read-answer';
import { renderTable } from '../values/render-table';
import { renderValue } from '../values/render-value';
import { shownText } from '../values/shown-text';
import { referenceLanguage } from '../contract/solution';

const SHOWN_ROWS = 20;
const SHOWN_ANSWERS = 5;

export type ShownCase = { readonly input: string; readonly expected: string };

/** The public cases as text, in the notation of the question's first language. */
export function showPublicCases(
  languages: CodeBundle['candidate']['languages'],
  data: MaterializedData,
): readonly ShownCase[] {
  const language = referenceLanguage(languages) ?? 'python';
  return shownCases({ language, entry: languages[language]?.entry ?? '' }, data).map(({ input, expected }) => ({
    input: shownText(input),
    expected: shownText(expected),
  }));
}

/** The function that is called, and the language of its notation. */
type Entry = { readonly language: Language; readonly entry: string };

function shownCases({ language, entry }: Entry, data: MaterializedData): readonly ShownCase[] {
  switch (data.kind) {
    case 'calls':
      return data.groups.flatMap(({ cases }) =>
        cases.map(({ args, ...right }) => ({
          input: renderCall({ language, entry }, args),
          expected: renderRight(right, language),
        })),
      );
    case 'queries':
      return data.groups.flatMap(({ cases }) =>
        cases.map(({ tables, expected }) => ({ input: renderTables(tables), expected: renderSql(expected) })),
      );
    case 'model':
      return [{ input: renderRows(data, language), expected: renderValue(data.truth, language) }];
  }
}

/** The training rows and the rows to predict. */
export function renderRows({ train, test }: Pick<MaterializedModel, 'train' | 'test'>, language: Language): string {
  return `train:\n${renderValue(train, language)}\n\ntest:\n${renderValue(test, language)}`;
}

/** The expected answer; of several accepted ones the first few, one per line. */
export function renderRight({ expected, anyOf }: Pick<CallCase, 'expected' | 'anyOf'>, language: Language): string {
  if (anyOf === undefined || anyOf.length < 2) return renderValue(expected, language);
  const shown = anyOf.slice(0, SHOWN_ANSWERS).map((answer) => renderValue(answer, language));
  const rest = anyOf.length - shown.length;
  return ['any of', ...shown, ...(rest === 0 ? [] : [`… ${rest} more`])].join('\n');
}

/** The call on one line, or one argument after another if any of them spans several lines. */
export function renderCall({ language, entry }: Entry, args: readonly Value[]): string {
  const shown = args.map((arg) => renderValue(arg, language));
  if (!shown.some((text) => text.includes('\n'))) return `${entry}(${shown.join(', ')})`;
  return shown.map((text, index) => `argument ${index + 1}:${text.includes('\n') ? '\n' : ' '}${text}`).join('\n\n');
}

/** The rows of a query as an aligned table. */
export function renderSql({ columns, rows }: SqlTable): string {
  const size = { rows: rows.length, columns: columns.length };
  const cells = rows.slice(0, SHOWN_ROWS).map((row) => row.map((cell) => cell ?? 'NULL'));
  return renderTable(
    columns.map(({ name }) => name),
    cells,
    size,
  );
}

const MAX_GRID_ROWS = 200;

/** The first rows of a query for the output grid. */
export function gridOf({ columns, rows }: SqlTable): CaseReport['table'] {
  const cells = rows.slice(0, MAX_GRID_ROWS).map((row) => row.map((cell) => (cell === null ? null : shownText(cell))));
  return { columns: columns.map(({ name }) => shownText(name)), rows: cells };
}

/** The tables that a query reads, one after another. */
export function renderTables(tables: SqlTables): string {
  const each = Object.entries(tables).map(([name, rows]) => {
    const columns = Object.keys(rows[0] ?? {});
    const cells = rows.slice(0, SHOWN_ROWS).map((row) => columns.map((column) => String(row[column] ?? 'NULL')));
    return `${name}\n${renderTable(columns, cells, { rows: rows.length, columns: columns.length })}`;
  });
  return each.join('\n\n');
}
