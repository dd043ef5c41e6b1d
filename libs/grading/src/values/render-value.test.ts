import type { Language } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import { renderValue } from './render-value';

const nan: Value = { $: 'float', value: 'nan' };
const frame = (index: readonly Value[]): Value => ({
  $: 'dataframe',
  index,
  columns: [
    { name: 'month', dtype: 'object', values: ['May', null] },
    { name: 'ozone', dtype: 'float64', values: [41, nan] },
  ],
});
const series = (index: readonly Value[]): Value => ({
  $: 'series',
  name: null,
  dtype: 'float64',
  index,
  values: [1.5, null],
});
const matrix: Value = { $: 'array', dtype: 'int64', shape: [2, 2], values: [1, 2, 3, 4] };

describe.each<[string, Value, Readonly<Record<'python' | 'r' | 'javascript', string>>]>([
  ['nothing', null, { python: 'None', r: 'NULL', javascript: 'null' }],
  ['truth', [true, false], { python: '[True, False]', r: 'c(TRUE, FALSE)', javascript: '[true, false]' }],
  [
    'a list of numbers with a gap',
    [1, null, nan, { $: 'float', value: '-inf' }],
    { python: '[1, None, nan, -inf]', r: 'c(1, NA, NaN, -Inf)', javascript: '[1, null, NaN, -Infinity]' },
  ],
  [
    'a list of several kinds',
    [1, 'a', [2, 3], null],
    { python: "[1, 'a', [2, 3], None]", r: 'list(1, "a", c(2, 3), NULL)', javascript: "[1, 'a', [2, 3], null]" },
  ],
  ['an empty list', [], { python: '[]', r: 'logical(0)', javascript: '[]' }],
  ['a string with quotes', `it's "so"`, { python: `'it\\'s "so"'`, r: `"it's \\"so\\""`, javascript: `'it\\'s "so"'` }],
  ['a tuple of one', { $: 'tuple', items: [1] }, { python: '(1,)', r: 'c(1)', javascript: '[1]' }],
  ['a set', { $: 'set', items: ['a'] }, { python: "{'a'}", r: 'list("a")', javascript: "new Set(['a'])" }],
  ['an empty set', { $: 'set', items: [] }, { python: 'set()', r: 'list()', javascript: 'new Set()' }],
  [
    'a mapping with string keys',
    { rate: 0.5, 'two words': null, 2: 'x' },
    {
      python: "{'2': 'x', 'rate': 0.5, 'two words': None}",
      r: 'list(`2` = "x", rate = 0.5, `two words` = NULL)',
      javascript: "{ '2': 'x', rate: 0.5, 'two words': null }",
    },
  ],
  ['a decimal', { $: 'decimal', value: '12.50' }, { python: "Decimal('12.5')", r: '12.5', javascript: '12.5' }],
  [
    'a fraction',
    { $: 'fraction', numerator: '1', denominator: '3' },
    { python: 'Fraction(1, 3)', r: '1/3', javascript: '1/3' },
  ],
  [
    'a complex number',
    { $: 'complex', real: 1, imaginary: -0.5 },
    { python: '(1-0.5j)', r: '1-0.5i', javascript: '1-0.5i' },
  ],
  [
    'a length of time',
    { $: 'timedelta', value: '1500000' },
    { python: 'timedelta(seconds=1.5)', r: '1.5 s', javascript: '1.5 s' },
  ],
  [
    'bytes',
    { $: 'bytes', value: 'YVwnAP8=' },
    { python: "b'a\\x5c\\x27\\x00\\xff'", r: "b'a\\x5c\\x27\\x00\\xff'", javascript: "b'a\\x5c\\x27\\x00\\xff'" },
  ],
  ['an empty mapping', {}, { python: '{}', r: 'list()', javascript: '{}' }],
  [
    'a mapping with other keys',
    { $: 'entries', items: [[1, 'x']] },
    { python: "{1: 'x'}", r: 'list(`1` = "x")', javascript: "new Map([[1, 'x']])" },
  ],
  [
    'an integer beyond a double',
    { $: 'integer', value: '9007199254740993' },
    { python: '9007199254740993', r: '9007199254740993', javascript: '9007199254740993n' },
  ],
  ['a matrix', matrix, { python: '[[1, 2], [3, 4]]', r: 'rbind(c(1, 2), c(3, 4))', javascript: '[[1, 2], [3, 4]]' }],
  [
    'a table',
    frame([0, 1]),
    {
      python: '   month  ozone\n0  May    41\n1  None   nan',
      r: '   month  ozone\n1  May    41\n2  NA     NA',
      javascript: '   month  ozone\n0  May    41\n1  null   NaN',
    },
  ],
  [
    'a table with labels',
    frame([7, 'b']),
    {
      python: '   month  ozone\n7  May    41\nb  None   nan',
      r: '   month  ozone\n7  May    41\nb  NA     NA',
      javascript: '   month  ozone\n7  May    41\nb  null   NaN',
    },
  ],
  [
    'a column with labels',
    series(['a', 'b c']),
    { python: '\na    1.5\nb c  None', r: 'c(a = 1.5, `b c` = NA)', javascript: '\na    1.5\nb c  null' },
  ],
  [
    'a column without labels',
    series([0, 1]),
    { python: '\n0  1.5\n1  None', r: 'c(1.5, NA)', javascript: '\n0  1.5\n1  null' },
  ],
  ['a value of any other type', { $: 'opaque', type: 'lm' }, { python: '<lm>', r: '<lm>', javascript: '<lm>' }],
])('%s', (_name, value, written) => {
  test.each(Object.entries(written))('in the notation of %s', (language, text) => {
    expect(renderValue(value, language as Language)).toBe(text);
  });
});

test('TypeScript writes values as JavaScript does', () => {
  expect(renderValue({ ok: true }, 'typescript')).toBe('{ ok: true }');
});

test('a long list ends with its length', () => {
  const text = renderValue(
    Array.from({ length: 70 }, (_, index) => index),
    'r',
  );
  expect(text).toMatch(/^c\(0, 1, .*, 59, … 70 in all\)$/);
});
