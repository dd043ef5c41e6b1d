import type { Value } from '@holdout/sandbox';
import { errorOf } from '../test-sandbox';
import { aWarmR, anRProgram } from './test-r';
import type { RBox } from './test-r';

let box: RBox;
beforeAll(async () => {
  box = await aWarmR();
});
afterAll(() => box.close());

const ECHO = 'solve <- function(value) value';
const NAN: Value = { $: 'float', value: 'nan' };

describe('values', () => {
  const frame: Value = {
    $: 'dataframe',
    index: [0, 1, 2],
    columns: [
      { name: 'count', dtype: 'int64', values: [1, 2, null] },
      { name: 'ratio', dtype: 'float64', values: [0.1, -1e300, null] },
      { name: 'name of it', dtype: 'object', values: ['é', null, 'a "b"\n\\'] },
      { name: 'flag', dtype: 'bool', values: [true, false, null] },
      { name: 'kind', dtype: 'category', values: ['u', null, 'v'] },
      {
        name: 'day',
        dtype: 'datetime64[ns]',
        values: [{ $: 'datetime', value: '2026-01-31' }, null, { $: 'datetime', value: '1969-12-31' }],
      },
      {
        name: 'time',
        dtype: 'datetime64[ns]',
        values: [{ $: 'datetime', value: '2026-01-31T12:00:00.100000' }, null, null],
      },
    ],
  };

  test.each<[string, Value]>([
    ['NULL', null],
    ['a number', 1.5],
    ['numbers with NA', [0.1, null, NAN, { $: 'float', value: '-inf' }, 1e300, 2 ** 53 - 1]],
    ['strings with NA', ['a\u0001b\t"\\\u202e', null, 'NA', '']],
    ['logicals with NA', [true, null, false]],
    ['an empty vector', []],
    ['nested lists and objects', { a: [1, 'x', { b: [[true, null]] }], c: null }],
    ['an object with the key $', { $: 'entries', items: [['$', 'tuple']] }],
    ['a date', { $: 'datetime', value: '2026-01-31' }],
    ['date-times', [{ $: 'datetime', value: '2026-01-31T23:59:59' }, null]],
    ['a matrix', { $: 'array', dtype: 'float64', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] }],
    ['an array of three dimensions', { $: 'array', dtype: 'int64', shape: [1, 2, 3], values: [1, 2, 3, 4, 5, 6] }],
    ['a matrix of strings', { $: 'array', dtype: 'object', shape: [1, 2], values: ['a', null] }],
    ['a column as a vector', { $: 'array', dtype: 'float64', shape: [2, 1], values: [1, 2], vector: true }],
    ['a matrix without rows', { $: 'array', dtype: 'float64', shape: [0, 2], values: [] }],
    ['a series with labels', { $: 'series', name: null, dtype: 'int64', index: ['a', 'b'], values: [1, null] }],
    ['a data frame', frame],
    [
      'a data frame with labels',
      { $: 'dataframe', index: ['x', 'y'], columns: [{ name: 'a', dtype: 'bool', values: [true, false] }] },
    ],
    [
      'a data frame without rows',
      { $: 'dataframe', index: [], columns: [{ name: 'a', dtype: 'float64', values: [] }] },
    ],
  ])('round-trip unchanged: %s', async (_name, value) => {
    expect(await box.solved(ECHO, [value])).toEqual([value]);
  });

  test.each<[string, Value, string]>([
    ['a number', 3, 'double'],
    ['an object', { a: 1 }, 'list'],
    ['a tuple of one type', { $: 'tuple', items: ['a', 'b'] }, 'character'],
    ['a list of several types', [1, 'a'], 'list'],
    ['an empty list', [], 'logical'],
    ['a series of integers', { $: 'series', name: 's', dtype: 'int64', index: [0], values: [7] }, 'integer'],
    [
      'a series of integers over 32 bits',
      { $: 'series', name: 's', dtype: 'int64', index: [0], values: [2 ** 31] },
      'double',
    ],
    ['a category', { $: 'series', name: 's', dtype: 'category', index: [0], values: ['b'] }, 'integer factor'],
    ['a stream', { $: 'stream', float64: Buffer.from(new Float64Array([1]).buffer).toString('base64') }, 'double'],
    ['a matrix', { $: 'array', dtype: 'bool', shape: [1, 1], values: [true] }, 'logical'],
    ['a date-time', { $: 'datetime', value: '2026-01-31T00:00:00' }, 'double POSIXct POSIXt'],
  ])('are decoded to R types: %s', async (_name, value, kind) => {
    expect(await box.solved('solve <- function(x) paste(c(typeof(x), oldClass(x)), collapse = " ")', [value])).toEqual([
      kind,
    ]);
  });

  test('keep rows and columns, and missing values of pandas become NA', async () => {
    const matrix: Value = { $: 'array', dtype: 'float64', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] };
    const gaps: Value = { $: 'series', name: 's', dtype: 'float64', index: [0, 1], values: [NAN, 1] };
    const source = 'solve <- function(m, s) list(m[2, 1], dim(m), is.nan(s[1]), is.na(s[1]))';
    expect(await box.solved(source, [matrix, gaps])).toEqual([[4, [2, 3], false, true]]);
  });

  test('of R are encoded as the nearest type', async () => {
    const source = `solve <- function() list(
      c(a = 1, b = NA), table(c("u", "v", "u")), I(1), 1:2, factor(c("y", "x")), list(a = 1, 2),
      as.POSIXlt("2026-01-31", tz = "UTC"), data.frame(x = c(3, 1))[2, , drop = FALSE], array(1:2, 2),
      within(data.frame(g = c("u", "v")), n <- tapply(c(1, 2, 4), c("u", "v", "u"), sum)))`;
    expect(await box.solved(source)).toEqual([
      [
        { $: 'series', name: null, dtype: 'float64', index: ['a', 'b'], values: [1, null] },
        { $: 'series', name: null, dtype: 'int64', index: ['u', 'v'], values: [2, 1] },
        [1],
        [1, 2],
        ['y', 'x'],
        {
          $: 'entries',
          items: [
            ['a', 1],
            ['', 2],
          ],
        },
        { $: 'datetime', value: '2026-01-31T00:00:00' },
        { $: 'dataframe', index: [2], columns: [{ name: 'x', dtype: 'float64', values: [1] }] },
        [1, 2],
        {
          $: 'dataframe',
          index: [0, 1],
          columns: [
            { name: 'g', dtype: 'object', values: ['u', 'v'] },
            { name: 'n', dtype: 'float64', values: [5, 2] },
          ],
        },
      ],
    ]);
  });

  test('that are matrices of one column are marked as vectors, and are columns of a data frame', async () => {
    const source = `solve <- function() {
      frame <- data.frame(label = c("a", "b"))
      frame$scaled <- scale(c(1, 3), scale = FALSE)
      list(frame, crossprod(1:2), matrix(c("x", "y")))
    }`;
    expect(await box.solved(source)).toEqual([
      [
        {
          $: 'dataframe',
          index: [0, 1],
          columns: [
            { name: 'label', dtype: 'object', values: ['a', 'b'] },
            { name: 'scaled', dtype: 'float64', values: [-1, 1] },
          ],
        },
        { $: 'array', dtype: 'float64', shape: [1, 1], values: [5], vector: true },
        { $: 'array', dtype: 'object', shape: [2, 1], values: ['x', 'y'], vector: true },
      ],
    ]);
  });

  test('of other types are encoded as opaque, with their class', async () => {
    const source = `solve <- function() list(lm(a ~ b, data.frame(a = 1:3, b = c(1, 0, 2))), sum, quote(a + b), new.env(),
      1i, as.difftime(1, units = "mins"), structure(list(1), class = "mine"))`;
    expect(await box.solved(source)).toEqual([
      ['lm', 'function', 'call', 'environment', 'complex', 'difftime', 'mine'].map((type) => ({ $: 'opaque', type })),
    ]);
  });

  test('with a class are encoded without dispatch to methods of the program', async () => {
    const source = `
      length.liar <- function(x) 1L
      format.Date <- as.character.liar <- as.vector.liar <- unclass.liar <- function(x, ...) "forged"
      print.liar <- function(x) stop("no")
      solve <- function() list(structure(c(1, 2), class = "liar"), as.Date("2026-01-31"))`;
    expect(await box.solved(source)).toEqual([[[1, 2], { $: 'datetime', value: '2026-01-31' }]]);
  });

  test('nested too deeply are an error, not a crash', async () => {
    const run = await box.run(anRProgram('solve <- function() { x <- 1; for (i in 1:1e5) x <- list(x); x }'));
    expect(errorOf(run).message).toBe('the answer is nested more than 100 levels deep');
  });

  test('mutated by one call are fresh in the next', async () => {
    const source = 'solve <- function(x) { x[[1]] <- x[[1]] + 1; value <<- x; x[[1]] }';
    expect(await box.solved(source, [[1, 2]], [[1, 2]])).toEqual([2, 2]);
  });

  test('with invalid UTF-8 get replacement characters', async () => {
    expect(await box.solved('solve <- function() rawToChar(as.raw(c(0x61, 0xff, 0x62)))')).toEqual(['a\ufffdb']);
  });
});
