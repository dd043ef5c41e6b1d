import { MAX_SOURCE_BYTES, checkSource, parseAnswer, parseNumber } from './index';

test.each<[string, string, number]>([
  ['1e-3', '', 0.001],
  ['0.5 %', '', 0.005],
  ['0.5 %', '%', 0.5],
  ['0.5', '%', 0.5],
  ['7%', '', 0.07],
  ['1,000', '', 1000],
  ['1 000', '', 1000],
  ['1\u202f234\u202f567.5', '', 1_234_567.5],
  ["1'000", '', 1000],
  ['.5', '', 0.5],
  ['5.', '', 5],
  ['−3', '', -3],
  ['+3', '', 3],
  ['0,5', '', 0.5],
  ['0,125', '', 0.125],
  ['12,5', '', 12.5],
  ['1/8', '', 0.125],
  ['-1 / 8', '', -0.125],
  ['12 ms', 'ms', 12],
  ['３.５', '', 3.5],
])('%j with unit %j reads as %d', (text, unit, value) => {
  expect(parseNumber(text, unit)).toMatchObject({ ok: true, value, readAs: String(value) });
});

test.each([
  ['1,250', true],
  ['-1,250 %', true],
  ['3/1,250', true],
  ['0,250', false],
  ['1,25', false],
  ['1,250.5', false],
  ['1,250,000', false],
  ['1 250', false],
  ['1250', false],
])('in %j the comma is ambiguous: %s', (text, isCommaAmbiguous) => {
  expect(parseNumber(text)).toMatchObject({ ok: true, isCommaAmbiguous });
});

test.each<[string, string]>([
  ['', 'empty'],
  ['  ', 'empty'],
  ['about 3', 'notANumber'],
  ['1,00,000', 'notANumber'],
  ['1.000,5', 'notANumber'],
  ['0x10', 'notANumber'],
  ['NaN', 'notANumber'],
  ['Infinity', 'notANumber'],
  ['1/2/3', 'notANumber'],
  ['/2', 'notANumber'],
  ['3 kg', 'notANumber'],
  ['1/0', 'divisionByZero'],
  ['1e999', 'tooLarge'],
])('%j is not parsed as a number: %s', (text, issue) => {
  expect(parseNumber(text, 'ms')).toEqual({ ok: false, issue });
});

test.each<[string, 'choice' | 'numeric' | 'code' | 'model', unknown, boolean]>([
  ['options by id', 'choice', { format: 1, kind: 'choice', picked: ['a'] }, true],
  ['an option twice', 'choice', { format: 1, kind: 'choice', picked: ['a', 'a'] }, false],
  ['an option by position', 'choice', { format: 1, kind: 'choice', picked: [0] }, false],
  ['another key', 'choice', { format: 1, kind: 'choice', picked: [], score: 1 }, false],
  ['another format', 'choice', { format: 2, kind: 'choice', picked: [] }, false],
  ['a number for a choice', 'choice', { format: 1, kind: 'numeric', text: '1' }, false],
  ['a number as text', 'numeric', { format: 1, kind: 'numeric', text: 'about 3' }, true],
  ['a number with NUL', 'numeric', { format: 1, kind: 'numeric', text: '\0' }, false],
  ['a source', 'code', { format: 1, kind: 'code', language: 'python', source: 'x = 1' }, true],
  ['a source for a model', 'model', { format: 1, kind: 'code', language: 'python', source: '' }, true],
  ['an unknown language', 'code', { format: 1, kind: 'code', language: 'cobol', source: '' }, false],
  ['nothing', 'code', null, false],
])('%s', (_name, kind, json, ok) => {
  expect(parseAnswer(kind, json).ok).toBe(ok);
});

test.each([
  ['nothing but spaces', ' \n', 'empty'],
  ['a NUL', 'x\0', 'nulByte'],
  ['a lone surrogate', 'x = "\ud800"', 'loneSurrogate'],
  ['exactly the largest size', 'é'.repeat(MAX_SOURCE_BYTES / 2), null],
  ['one byte over the largest size', 'é'.repeat(MAX_SOURCE_BYTES / 2) + 'x', 'tooLarge'],
])('a source of %s', (_name, source, issue) => {
  expect(checkSource(source)).toBe(issue);
  const parsed = parseAnswer('code', { format: 1, kind: 'code', language: 'python', source });
  expect(parsed.ok ? null : parsed.issue).toBe(issue === 'empty' ? null : issue);
});
