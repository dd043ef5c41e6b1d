import fc from 'fast-check';
import { isShowable, plainName } from './shown-names';

test.each([
  'Ada Lovelace',
  "Seán O'Brien",
  'Nguyễn Thị Minh Khai',
  'Иван Петров',
  'Иван (Ivan) Petrov',
  'Μαρία',
  '山田 太郎',
  'さくらコーポ',
  '김철수',
  '李明 Ming',
  'محمد علی',
  'می‌خواهم',
  'दीपक',
  'שרה',
  'สมชาย',
  'Կարեն',
  'R2 Analytics',
  'Smith & Söhne, Inc.',
  '42 degrees',
  'Zürich–Genève',
])('%s is a name', (name) => {
  expect(isShowable(plainName(name))).toBe(true);
});

test.each([
  ['a Cyrillic letter within Latin ones', 'Аcme'],
  ['a Greek letter within Latin ones', 'Αcme'],
  ['a Cherokee word', 'ᎠᎡᎢ'],
  ['a zero-width space', 'Ac\u200bme'],
  ['a joiner between Latin letters', 'Ac\u200dme'],
  ['a right-to-left override', 'Acme \u202egnp.exe'],
  ['an isolate', '\u2066Acme\u2069'],
  ['a soft hyphen', 'Ac\u00adme'],
  ['a byte order mark', 'Ac\ufeffme'],
  ['a combining grapheme joiner', 'Ac\u034fme'],
  ['a Hangul filler', '\u3164'],
  ['an empty Braille cell', 'A\u2800me'],
  ['a tag character', 'Acme\u{e0041}'],
  ['a variation selector', 'Acme\ufe0f'],
  ['mathematical letters', '\u{1d400}cme'],
  ['fullwidth letters', '\uff21cme'],
  ['circled letters', '\u24b6cme'],
  ['stacked marks', 'A\u0301\u0302\u0303\u0304\u0305\u0306cme'],
  ['a control character', 'Ac\u0000me'],
  ['a line break', 'Ac\nme'],
  ['a lone surrogate', 'Ac\ud800me'],
  ['no letter or digit', '–––'],
])('%s makes a name that cannot be shown', (_what, name) => {
  expect(isShowable(plainName(name))).toBe(false);
});

test('the stored form is stable, and two spellings of one name are one', () => {
  expect(plainName('  Se\u0061\u0301n \u00a0\u2003 O’Brien ')).toBe('Seán O’Brien');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => expect(plainName(plainName(text))).toBe(plainName(text))),
  );
});
