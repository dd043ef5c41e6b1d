import type { Value } from '@holdout/sandbox';
import { aPythonProgram, aSandbox, errorOf, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox();
});
afterAll(() => box.close());

const ECHO = 'def solve(value):\n    return value\n';

describe('values', () => {
  const frame: Value = {
    $: 'dataframe',
    index: [3, 4],
    columns: [
      { name: 'a', dtype: 'int64', values: [1, 2] },
      { name: 'b', dtype: 'float64', values: [0.5, { $: 'float', value: 'nan' }] },
      { name: 'c', dtype: 'object', values: ['x', null] },
      { name: 'd', dtype: 'bool', values: [true, false] },
      {
        name: 'e',
        dtype: 'datetime64[ns]',
        values: [{ $: 'datetime', value: '2026-01-31T12:00:00' }, null],
      },
    ],
  };

  test.each<[string, Value]>([
    ['None', null],
    ['text with a NUL, a lone surrogate and a right-to-left mark', 'a\0b\ud800\u202e'],
    ['numbers', [0, -1.5, 1e300, 9007199254740991]],
    ['floats that JSON lacks', ['nan', 'inf', '-inf'].map((value) => ({ $: 'float', value }))],
    ['an integer beyond 2^53', { $: 'integer', value: '123456789012345678901234567890' }],
    ['nested lists and objects', { a: [1, { b: [true, null] }] }],
    ['a tuple', { $: 'tuple', items: [1, { $: 'tuple', items: ['x'] }] }],
    ['a set', { $: 'set', items: [1] }],
    ['a frozen set in a set', { $: 'set', items: [{ $: 'set', items: [1], frozen: true }] }],
    ['a Decimal', { $: 'decimal', value: '-12345678901234567890.50' }],
    ['a Fraction', { $: 'fraction', numerator: '-1', denominator: '3' }],
    ['a complex number', { $: 'complex', real: 1.5, imaginary: { $: 'float', value: 'inf' } }],
    ['a timedelta', { $: 'timedelta', value: '-86399999999' }],
    ['bytes', { $: 'bytes', value: 'AP9h' }],
    [
      'an array of complex numbers',
      { $: 'array', dtype: 'complex128', shape: [1], values: [{ $: 'complex', real: 1, imaginary: 2 }] },
    ],
    [
      'an array of timedeltas',
      { $: 'array', dtype: 'timedelta64[ns]', shape: [2], values: [{ $: 'timedelta', value: '1000' }, null] },
    ],
    ['a dict with numeric keys', { $: 'entries', items: [[1, 'one']] }],
    ['a dict with the key $', { $: 'entries', items: [['$', 'tuple']] }],
    ['a date', { $: 'datetime', value: '2026-01-31' }],
    ['a datetime with a zone', { $: 'datetime', value: '2026-01-31T23:59:59+05:30' }],
    [
      'a series with a zone',
      {
        $: 'series',
        name: null,
        dtype: 'datetime64[ns, Europe/Oslo]',
        index: [0, 1],
        values: [{ $: 'datetime', value: '2026-01-31T12:00:00+01:00' }, null],
      },
    ],
    ['a datetime', { $: 'datetime', value: '2026-01-31T23:59:59.250000' }],
    ['an array', { $: 'array', dtype: 'float64', shape: [2, 2], values: [1, 2, 3, 4] }],
    ['a series', { $: 'series', name: 'delay', dtype: 'int64', index: ['a', 'b'], values: [1, 2] }],
    ['a data frame', frame],
  ])('round-trip unchanged: %s', async (_name, value) => {
    expect(valuesOf(await box.run(aPythonProgram(ECHO, { calls: [[value]] })))).toEqual([value]);
  });

  test('are decoded to Python types', async () => {
    const source = 'def solve(*values):\n    return [type(value).__name__ for value in values]\n';
    const float64 = Buffer.from(new Float64Array([1.5, 2.5]).buffer).toString('base64');
    const calls: Value[][] = [
      [
        { $: 'tuple', items: [] },
        { $: 'set', items: [] },
        { $: 'float', value: 'nan' },
        frame,
        { $: 'stream', float64 },
      ],
    ];
    expect(valuesOf(await box.run(aPythonProgram(source, { calls })))).toEqual([
      ['tuple', 'set', 'float', 'DataFrame', 'generator'],
    ]);
  });

  test('a stream can be read once', async () => {
    const source = 'def solve(stream):\n    return [list(stream), list(stream)]\n';
    const float64 = Buffer.from(new Float64Array([1.5, -2]).buffer).toString('base64');
    const run = await box.run(aPythonProgram(source, { calls: [[{ $: 'stream', float64 }]] }));
    expect(valuesOf(run)).toEqual([[[1.5, -2], []]]);
  });

  test('a stream with `times` repeats its numbers within one generator', async () => {
    const source = 'def solve(stream):\n    return [next(stream), list(stream)]\n';
    const float64 = Buffer.from(new Float64Array([1.5, -2]).buffer).toString('base64');
    const run = await box.run(aPythonProgram(source, { calls: [[{ $: 'stream', float64, times: 2 }]] }));
    expect(valuesOf(run)).toEqual([[1.5, [-2, 1.5, -2]]]);
  });

  test('that are numpy or pandas scalars are encoded as plain values', async () => {
    const source =
      'import numpy as np, pandas as pd\ndef solve():\n    return [np.int64(3), np.float32(0.5), np.bool_(True), pd.NaT, range(2)]\n';
    expect(valuesOf(await box.run(aPythonProgram(source)))).toEqual([[3, 0.5, true, null, [0, 1]]]);
  });

  test('that are exact numbers, containers and times of the standard library keep their value', async () => {
    const source = `
import array, collections, datetime, decimal, fractions
import numpy as np
def solve():
    return [
        collections.deque([1, 2]), array.array("i", [3]), collections.Counter("aab"), bytearray(b"ab"),
        decimal.Decimal("1E+2"), decimal.Decimal("-Infinity"), decimal.Decimal("sNaN"), decimal.Decimal("1e99999"),
        fractions.Fraction(2, 4), np.complex128(1 + 2j), np.timedelta64(1500, "ms"), datetime.time(1),
    ]
`;
    expect(valuesOf(await box.run(aPythonProgram(source)))).toEqual([
      [
        [1, 2],
        [3],
        { a: 2, b: 1 },
        { $: 'bytes', value: 'YWI=' },
        { $: 'decimal', value: '100' },
        { $: 'float', value: '-inf' },
        { $: 'float', value: 'nan' },
        { $: 'opaque', type: 'Decimal' },
        { $: 'fraction', numerator: '1', denominator: '2' },
        { $: 'complex', real: 1, imaginary: 2 },
        { $: 'timedelta', value: '1500000' },
        { $: 'opaque', type: 'time' },
      ],
    ]);
  });

  test('of subclasses are read with the methods of their base', async () => {
    const source = `
import collections, datetime, decimal, fractions
class Liar(decimal.Decimal):
    def __format__(self, spec): return "7"
    def as_tuple(self): return "7"
    def is_finite(self): return 7
class Queue(collections.deque):
    def __iter__(self): return iter([7])
class Long(datetime.timedelta):
    days = 7
class Bytes(bytes):
    def __bytes__(self): return b"7"
def solve():
    return [Liar("1.5"), Queue([1]), Long(seconds=1), Bytes(b"a")]
`;
    expect(valuesOf(await box.run(aPythonProgram(source)))).toEqual([
      [{ $: 'decimal', value: '1.5' }, [1], { $: 'timedelta', value: '1000000' }, { $: 'bytes', value: 'YQ==' }],
    ]);
  });

  test('of other types are encoded as opaque, with the type name', async () => {
    const run = await box.run(aPythonProgram('class Thing: pass\ndef solve():\n    return [Thing(), object]\n'));
    expect(valuesOf(run)).toEqual([
      [
        { $: 'opaque', type: 'Thing' },
        { $: 'opaque', type: 'type' },
      ],
    ]);
  });

  test.each([
    ['a cycle', 'x = []\nx.append(x)\ndef solve(): return x'],
    ['100,000 levels', 'def solve():\n  x = []\n  for _ in range(100000): x = [x]\n  return x'],
  ])('with %s are an error, not a crash', async (_name, source) => {
    const run = await box.run(aPythonProgram(source));
    expect(run.end).toEqual({ kind: 'answered' });
    expect(errorOf(run).message).toContain('nested');
  });

  test('mutated by one call are fresh in the next', async () => {
    const source = 'def solve(values):\n    values.append(4)\n    return len(values)\n';
    const shared: Value = [1, 2, 3];
    expect(valuesOf(await box.run(aPythonProgram(source, { calls: [[shared], [shared]] })))).toEqual([4, 4]);
  });
});
