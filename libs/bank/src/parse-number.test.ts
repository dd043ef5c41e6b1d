import fc from 'fast-check';
import { parseNumber } from './index';

test.each<[string, string, number]>([
  ['1e-3', '', 0.001],
  ['0.5 %', '', 0.005],
  ['0.5 %', '%', 0.5],
  ['0.5', '%', 0.5],
  ['7%', '', 0.07],
  ['7％', '', 0.07],
  ['1,000', '', 1000],
  ['1 000', '', 1000],
  ['1\u202f234\u202f567.5', '', 1_234_567.5],
  ["1'000", '', 1000],
  ['.5', '', 0.5],
  ['5.', '', 5],
  ['−3', '', -3],
  ['–3', '', -3],
  ['+3', '', 3],
  ['0,5', '', 0.5],
  ['0,125', '', 0.125],
  ['12,5', '', 12.5],
  ['1/8', '', 0.125],
  ['1⁄8', '', 0.125],
  ['-1 / 8', '', -0.125],
  ['12 ms', 'ms', 12],
  ['３.５', '', 3.5],
  ['－３．５', '', -3.5],
])('%j with unit %j reads as %d', (text, unit, value) => {
  expect(parseNumber(text, unit)).toMatchObject({ ok: true, value, readAs: String(value) });
});

test.each<[string, string, string, number]>([
  ['a power', '10²', '', 100],
  ['a power with a sign', '-10²', '', -100],
  ['a negative power', '10⁻³', '', 0.001],
  ['a power of another base', '1.1²', '', 1.21],
  ['a power typed in ASCII', '2^10', '', 1024],
  ['scientific notation', '2.5 × 10⁻³', '', 0.0025],
  ['scientific notation without a rounding error', '2.3·10²', '', 230],
  ['scientific notation in ASCII', '6*10^23', '', 6e23],
  ['scientific notation with an x', '3x10^5', '', 300_000],
  ['scientific notation with thousands', '1,250,000 × 10^-6', '', 1.25],
  ['a power in a fraction', '1/10²', '', 0.01],
  ['a fraction in one character', '½', '', 0.5],
  ['a whole and a fraction', '1½', '', 1.5],
  ['a whole and a fraction, with a space', '-2 ¾', '', -2.75],
  ['a fraction in percent', '½ %', '', 0.005],
  ['a power in the unit', '12 m²', 'm²', 12],
  ['a power in the unit, typed', '12 m^2', 'm²', 12],
  ['a power in the unit, flattened', '12 m2', 'm²', 12],
  ['a power before a unit with a power', '10² m²', 'm²', 100],
  ['another character for the same unit', '3 \u00b5s', '\u03bcs', 3],
  ['Arabic-Indic digits', '١٬٢٣٤٫٥', '', 1234.5],
  ['Arabic-Indic percent', '\u061c-٧٪', '', -0.07],
  ['Persian digits', '۱۲٫۵', '', 12.5],
  ['mathematical digits', '𝟏𝟐.𝟓', '', 12.5],
])('%s: %j with unit %j keeps its meaning: %d', (_name, text, unit, value) => {
  expect(parseNumber(text, unit)).toMatchObject({ ok: true, value, readAs: String(value) });
});

test.each([
  ['1,250', '', true],
  ['-1,250 %', '', true],
  ['3/1,250', '', true],
  ['1,250 × 10³', '', true],
  ['0,250', '', false],
  ['1,25', '', false],
  ['1,250.5', '', false],
  ['1,250,000', '', false],
  ['1 250', '', false],
  ['1250', '', false],
  ['12 failures per 1,000 hours', 'failures per 1,000 hours', false],
])('in %j with unit %j the comma is ambiguous: %s', (text, unit, isCommaAmbiguous) => {
  expect(parseNumber(text, unit)).toMatchObject({ ok: true, isCommaAmbiguous });
});

test.each<[string, string]>([
  ['', 'empty'],
  ['  ', 'empty'],
  ['\u200e', 'empty'],
  ['about 3', 'notANumber'],
  ['1,00,000', 'notANumber'],
  ['1.000,5', 'notANumber'],
  ['0x10', 'notANumber'],
  ['NaN', 'notANumber'],
  ['Infinity', 'notANumber'],
  ['1/2/3', 'notANumber'],
  ['/2', 'notANumber'],
  ['3 kg', 'notANumber'],
  // In another base, a list, an index, a whole number and a fraction or a quotient: each could be meant in another way.
  ['10₂', 'notANumber'],
  ['①', 'notANumber'],
  ['²', 'notANumber'],
  ['1 1/2', 'notANumber'],
  ['1e3²', 'notANumber'],
  ['2²³^2', 'notANumber'],
  ['2 * 3', 'notANumber'],
  ['12\u00ad.5', 'hiddenCharacter'],
  ['\u00ad5', 'hiddenCharacter'],
  ['2\u206210', 'hiddenCharacter'],
  ['1/0', 'divisionByZero'],
  ['0^-1', 'tooLarge'],
  ['1e999', 'tooLarge'],
  ['9⁹⁹⁹', 'tooLarge'],
])('%j is not parsed as a number: %s', (text, issue) => {
  expect(parseNumber(text, 'ms')).toEqual({ ok: false, issue });
});

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const invisible = fc.constantFrom(
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\u202a', '\u202c', '\u202d', '\u202e'],
  ...['\u2060', '\u2066', '\u2069', '\ufeff', '\ufe0f', '\u034f', '\u180e'],
);

test('invisible characters anywhere change nothing', () => {
  fc.assert(
    fc.property(number, fc.array(fc.tuple(fc.nat(), invisible), { maxLength: 20 }), (value, marks) => {
      let text = String(value);
      for (const [at, mark] of marks) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + mark + text.slice(place);
      }
      expect(parseNumber(text)).toMatchObject({ ok: true, value: value || 0 });
    }),
  );
});

test('spaces of every width around a number and between its thousands change nothing', () => {
  const space = fc.constantFrom(' ', '\t', '\u00a0', '\u2007', '\u2009', '\u202f', '\u205f', '\u3000', '\u00a0\u00a0');
  fc.assert(
    fc.property(fc.integer({ min: 1000 }), space, (value, gap) => {
      const grouped = value.toLocaleString('en').replaceAll(',', gap);
      expect(parseNumber(`${gap}${grouped}${gap}`)).toMatchObject({ ok: true, value });
    }),
  );
});

/** Numbering systems whose digits are one character each. */
const SCRIPTS = Intl.supportedValuesOf('numberingSystem').filter((name) => {
  const digits = new Intl.NumberFormat(`en-u-nu-${name}`, { useGrouping: false });
  return /^\p{Nd}{10}$/u.test(digits.format(1_234_567_890));
});

test('the digits of every script that the platform knows are read', () => {
  expect(SCRIPTS.length).toBeGreaterThan(40);
  for (const script of SCRIPTS) {
    const digits = new Intl.NumberFormat(`en-u-nu-${script}`, { useGrouping: false });
    expect([script, parseNumber(digits.format(1_234_567_890))]).toMatchObject([script, { value: 1_234_567_890 }]);
  }
});

test('a power of ten is never read as its digits side by side', () => {
  const raised = (exponent: number) =>
    String(exponent).replaceAll(/./g, (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))));
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 1, max: 9 }), (exponent, mantissa) => {
      const value = Number(`${mantissa}e${exponent}`);
      expect(parseNumber(`${mantissa} × 10${raised(exponent)}`)).toMatchObject({ ok: true, value });
      expect(parseNumber(`10${raised(exponent)}`)).toMatchObject({ ok: true, value: Number(`1e${exponent}`) });
    }),
  );
});

test('no text makes it throw, and what it reads it reads again as the same', () => {
  const piece = fc.constantFrom(...'0123456789.,/ %^*x×⁻²½e-+\u00ad\u200e₂①'.split(''));
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: piece }));
  fc.assert(
    fc.property(texts, fc.string({ unit: 'grapheme', maxLength: 5 }), (text, unit) => {
      const parsed = parseNumber(text, unit);
      if (parsed.ok) expect(parseNumber(parsed.readAs)).toMatchObject({ ok: true, value: parsed.value });
    }),
  );
});
