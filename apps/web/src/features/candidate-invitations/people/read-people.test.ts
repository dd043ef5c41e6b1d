import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { decodeText } from './decode-text';
import type { Person } from './person';
import { readPeople } from './read-people';

const shown = (text: string) =>
  readPeople(text).map(({ line, name, email }) => `${String(line)} ${name} <${email}>`.replace('  ', ' '));

test.each<[string, string, readonly string[]]>([
  ['nothing', ' \n\n', []],
  ['one address', 'a@x.org', ['1 <a@x.org>']],
  ['one a line, with empty lines', 'a@x.org\n\n b@x.org ', ['1 <a@x.org>', '3 <b@x.org>']],
  [
    'commas, semicolons and spaces',
    'a@x.org, b@x.org;c@x.org d@x.org',
    ['1 <a@x.org>', '1 <b@x.org>', '1 <c@x.org>', '1 <d@x.org>'],
  ],
  [
    'names of a mail program',
    '"Family, Given" <a@x.org>, Other Name <b@x.org>;',
    ['1 Family, Given <a@x.org>', '1 Other Name <b@x.org>'],
  ],
  ['a family name with a comma and no quotes', 'Family, Given <a@x.org>', ['1 Family, Given <a@x.org>']],
  ['a name before an address', 'Given Family a@x.org', ['1 Given Family <a@x.org>']],
  ['something that is no address', 'a@x.org\nnobody\nb@x.org', ['1 <a@x.org>', '2 <nobody>', '3 <b@x.org>']],
  ['rows without a header', 'One Person,a@x.org\nTwo,b@x.org', ['1 One Person <a@x.org>', '2 Two <b@x.org>']],
  ['cells of a spreadsheet', 'a@x.org\tOne\nb@x.org\tTwo', ['1 One <a@x.org>', '2 Two <b@x.org>']],
  ['semicolons', 'E-Mail;Name\na@x.org;Family, Given', ['2 Family, Given <a@x.org>']],
  ['a header in another order', 'Extra time,Phone,NAME,Email address\n25,1,One,a@x.org', ['2 One <a@x.org>']],
  ['given and family name', 'First name,Last name,Mail\nGiven,Family,a@x.org', ['2 Given Family <a@x.org>']],
  [
    'quoted line breaks',
    'name,email\n"One\nPerson",a@x.org\nTwo,b@x.org',
    ['2 One Person <a@x.org>', '4 Two <b@x.org>'],
  ],
  ['a quote that is never closed', 'name,email\n"One,a@x.org\nTwo,b@x.org', ['2 "One <a@x.org>', '3 Two <b@x.org>']],
  ['a row without an address', 'name,email\nOne,\nTwo,b@x.org', ['2 One <>', '3 Two <b@x.org>']],
  ['a byte order mark', '\ufeffemail,name\r\na@x.org,One\r\n', ['2 One <a@x.org>']],
  ['a mail program’s form in a column', 'email\nOne <a@x.org>', ['2 One <a@x.org>']],
  ['a cell made harmless by an export', "name,email\n'=One,a@x.org", ['2 =One <a@x.org>']],
])('reads %s', (_what, text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test('reads extra time and breaks as they are written', () => {
  const [person] = readPeople('Breaks;Extra time;E-mail\n15 min;25 %;a@x.org');
  expect(person).toEqual({ line: 2, name: '', email: 'a@x.org', extraTime: '25 %', breakMinutes: '15 min' });
});

test('reads ten thousand lines', () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `Person ${n},person${n}@x.org`);
  const people = readPeople(`name,email\n${lines.join('\n')}`);
  expect(people).toHaveLength(10_000);
  expect(people.at(-1)).toMatchObject({ line: 10_001, name: 'Person 9999', email: 'person9999@x.org' });
});

const aWord = fc.stringMatching(/^[A-Za-z"éß<;,=+-][A-Za-z"éß;,' -]{0,8}[a-zé]$/);
const aPerson = fc.record({
  name: aWord,
  email: fc.stringMatching(/^[a-z][a-z0-9.+-]{0,8}@[a-z]{1,8}\.org$/),
  extraTime: fc.constantFrom('', '25', '50 %', '12,5'),
  breakMinutes: fc.constantFrom('', '10'),
});
const someOrder = fc.shuffledSubarray(['name', 'email', 'extraTime', 'breakMinutes'] as const, { minLength: 4 });
const HEADERS = { name: 'Full name', email: 'E-mail', extraTime: 'Extra time %', breakMinutes: 'Breaks' };
const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  plain: (text) => new TextEncoder().encode(text),
  marked: (text) => new TextEncoder().encode(`\ufeff${text}`),
  utf16: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  unmarked: (text) => Buffer.from(text, 'utf16le'),
  bigEndian: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

test('what was written as CSV is read again, whatever the order, separator, line end and encoding', () => {
  const written = fc.record({
    people: fc.array(aPerson, { minLength: 1, maxLength: 20 }),
    order: someOrder,
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    encoding: fc.constantFrom(...Object.keys(encodings)),
    quoted: fc.boolean(),
  });
  fc.assert(
    fc.property(written, ({ people, order, delimiter, lineEnd, encoding, quoted }) => {
      const columns = order.map((key) => ({ key, header: HEADERS[key] }));
      const options = { header: true, columns, delimiter, record_delimiter: lineEnd, quoted, escape_formulas: true };
      const bytes = encodings[encoding]?.(stringify(people, options)) ?? new Uint8Array();
      const expected = people.map((person, index): Person => ({
        ...person,
        name: person.name.replace(/\s+/g, ' '),
        line: index + 2,
      }));
      expect(readPeople(decodeText(bytes))).toEqual(expected);
    }),
  );
});

test('a text of the code page of Western Windows is read', () => {
  expect(decodeText(Uint8Array.from([0x52, 0xe9, 0x6d, 0x69]))).toBe('Rémi');
});

test('no text makes reading fail, and each with an @ has a person to correct at least', () => {
  const unit = fc.constantFrom('a', '@', '.', ',', ';', '\t', '\n', '"', '<', '>', ' ');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(readPeople(text).length > 0 || !text.includes('@')).toBe(true);
    }),
  );
});
