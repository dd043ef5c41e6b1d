import { type Column, guessColumns, readHeader } from './columns';
import { NOBODY, type Person } from './person';
import { readRecords, type TextRecord } from './read-records';
import { splitAddresses } from './split-addresses';

/**
 * The people of a pasted list or of a file: CSV with or without a header, cells copied from a spreadsheet, or addresses as
 * mail programs write them. Nothing is left out: what is no person has an address that the check refuses.
 */
export function readPeople(text: string): readonly Person[] {
  const records = readRecords(text);
  const header = readHeader(records[0]?.cells ?? []);
  if (header !== null) return records.slice(1).map((record) => personOf(record, header));
  if (!isTable(records)) return readLines(text);
  const columns = guessColumns(records.map(({ cells }) => cells));
  return records.map((record) => personOf(record, columns));
}

/** Most rows of a table have other cells beside one with an address; brackets are of mail programs. */
function isTable(records: readonly TextRecord[]): boolean {
  const rows = records.filter(({ cells }) => {
    const isAddress = cells.filter((cell) => cell.includes('@') && !cell.includes('<'));
    return isAddress.length === 1 && cells.length > 1;
  });
  return rows.length * 2 > records.length;
}

function readLines(text: string): readonly Person[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .flatMap((line, index) => splitAddresses(line).map((found) => ({ ...NOBODY, ...found, line: index + 1 })));
}

function personOf({ line, cells }: TextRecord, columns: readonly (Column | null)[]): Person {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const name = [cell('name'), cell('firstName'), cell('lastName')].filter((part) => part !== '').join(' ');
  return { line, name, ...addressIn(cell('email')), extraTime: cell('extraTime'), breakMinutes: cell('breakMinutes') };

  function addressIn(text: string): Pick<Person, 'email'> & Partial<Pick<Person, 'name'>> {
    const [found] = text.includes('<') ? splitAddresses(text) : [];
    if (found === undefined) return { email: text };
    return name === '' ? found : { email: found.email };
  }
}
