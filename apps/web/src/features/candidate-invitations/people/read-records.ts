import { parse } from 'csv-parse/browser/esm/sync';

/** A row of a table of text: its cells, and the line of the text where it begins. */
export type TextRecord = { readonly line: number; readonly cells: readonly string[] };

const DELIMITERS = ['\t', ';', ','] as const;
const SAMPLE = 20;

type Parsed = { readonly record: readonly string[]; readonly raw: string };

/** Reads CSV, or a table that was copied from a spreadsheet, whatever separates its cells. Empty rows are left out. */
export function readRecords(text: string): readonly TextRecord[] {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(source);
  return recordsOf(parsed(source, delimiter)).filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** A quote that nothing closes would swallow the rest of the text: then quotes are read as any other character. */
function parsed(source: string, delimiter: string): readonly Parsed[] {
  const options = { delimiter, record_delimiter: '\n', raw: true, relax_quotes: true, relax_column_count: true };
  try {
    return parse(source, options) as unknown as readonly Parsed[];
  } catch {
    return parse(source, { ...options, quote: false }) as unknown as readonly Parsed[];
  }
}

function recordsOf(rows: readonly Parsed[]): readonly TextRecord[] {
  let line = 1;
  return rows.map(({ record, raw }) => {
    const begins = line;
    line += raw.split('\n').length - 1;
    return { line: begins, cells: record.map(plainCell) };
  });
}

/** One line, single spaces, and without the ' that keeps a spreadsheet from running a cell as a formula. */
const plainCell = (cell: string): string =>
  cell
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

/** The one that most of the first rows have. */
function delimiterOf(source: string): string {
  const rows = firstRows(source);
  const counts = DELIMITERS.map((delimiter) => rows.filter((row) => row.includes(delimiter)).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The first rows without what is quoted in them. */
function firstRows(source: string): readonly string[] {
  return source
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .slice(0, SAMPLE);
}
