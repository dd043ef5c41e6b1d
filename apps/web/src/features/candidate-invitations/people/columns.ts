import type { PersonField } from './person';

export type Column = PersonField | 'firstName' | 'lastName';

/** Names of columns, in lower case and without anything but letters. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'address'],
  name: ['name', 'fullname', 'candidate', 'candidatename', 'displayname'],
  firstName: ['firstname', 'givenname', 'forename'],
  lastName: ['lastname', 'familyname', 'surname'],
  extraTime: ['extratime', 'extratimepercent', 'extra', 'moretime'],
  breakMinutes: ['breaks', 'break', 'breakminutes', 'breaksminutes', 'minutesofbreaks', 'breaksmin'],
};

const COLUMN_OF = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);

/** Which column each cell of a record heads; null if the record is no header, because it does not name the address. */
export function readHeader(cells: readonly string[]): readonly (Column | null)[] | null {
  if (cells.some((cell) => cell.includes('@'))) return null;
  const columns = cells.map((cell) => COLUMN_OF.get(cell.toLowerCase().replace(/[^a-z]/g, '')) ?? null);
  return columns.includes('email') ? columns : null;
}

/** Without a header: the address is where most cells have an @; name, extra time and breaks are the others in their order. */
export function guessColumns(records: readonly (readonly string[])[]): readonly (Column | null)[] {
  const width = Math.max(0, ...records.slice(0, 100).map((cells) => cells.length));
  const counts = Array.from(
    { length: width },
    (_, index) => records.filter((cells) => cells[index]?.includes('@')).length,
  );
  const address = counts.indexOf(Math.max(...counts));
  const others: Column[] = ['name', 'extraTime', 'breakMinutes'];
  return counts.map((_, index) => (index === address ? 'email' : (others.shift() ?? null)));
}
