import type { CallProgram, Limits, ProgramError, Value } from '@holdout/sandbox';
import { aJavaScriptProgram, aSandbox, errorOf, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 0 } });
});
afterAll(() => box.close());

describe('values of a candidate', () => {
  test.each<[string, Value]>([
    ['nothing', null],
    ['text with a NUL, a lone surrogate and a right-to-left mark', 'a\0b\ud800\u202e'],
    ['numbers', [0, -1.5, 1e300, 9007199254740991]],
    ['floats that JSON lacks', ['nan', 'inf', '-inf'].map((value) => ({ $: 'float', value }))],
    ['an integer beyond 2^53', { $: 'integer', value: '123456789012345678901234567890' }],
    ['nested lists and objects', { a: [1, { b: [true, null] }] }],
    [
      'an object with the keys __proto__ and constructor',
      JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as Value,
    ],
    ['a set', { $: 'set', items: [1, [2]] }],
    ['a map with numeric keys', { $: 'entries', items: [[1, 'one']] }],
    ['an object with the key $', { $: 'entries', items: [['$', 'tuple']] }],
    ['a date with time', { $: 'datetime', value: '2026-01-31T23:59:59.250000' }],
    ['a typed array', { $: 'array', dtype: 'float64', shape: [2], values: [1.5, { $: 'float', value: 'nan' }] }],
  ])('round-trip unchanged: %s', async (_name, value) => {
    const run = await box.run(aJavaScriptProgram('export const solve = (x) => x;', { calls: [[value]] }));
    expect(valuesOf(run)).toEqual([value]);
  });

  test('are decoded to JavaScript types', async () => {
    const float64 = Buffer.from(new Float64Array([1.5, 2.5]).buffer).toString('base64');
    const calls: Value[][] = [
      [
        { $: 'tuple', items: [1] },
        { $: 'entries', items: [['$', 1]] },
        { $: 'datetime', value: '2026-01-31' },
        { $: 'array', dtype: 'int64', shape: [2, 2], values: [1, 2, 3, 4] },
        { $: 'series', name: 'x', dtype: 'int64', index: [0], values: [7] },
        { $: 'dataframe', index: [0], columns: [{ name: 'a', dtype: 'int64', values: [1] }] },
        { $: 'stream', float64, times: 2 },
      ],
    ];
    const source = `export const solve = (...values) => JSON.stringify(values.map((value) => {
      const isStream = typeof value.next === 'function';
      return isStream ? [...value, ...value] : value;
    }));`;
    expect(valuesOf(await box.run(aJavaScriptProgram(source, { calls })))).toEqual([
      '[[1],{"$":1},"2026-01-31T00:00:00.000Z",[[1,2],[3,4]],[7],[{"a":1}],[1.5,2.5,1.5,2.5]]',
    ]);
  });

  test('of other types are encoded as opaque, with the type name', async () => {
    const source =
      'class Thing {}\nexport const solve = () => [new Thing(), solve, Symbol.iterator, new Date(NaN), [,1], 5n];';
    expect(valuesOf(await box.run(aJavaScriptProgram(source)))).toEqual([
      [
        { $: 'opaque', type: 'Thing' },
        { $: 'opaque', type: 'function' },
        { $: 'opaque', type: 'symbol' },
        null,
        [null, 1],
        5,
      ],
    ]);
  });

  test('are encoded correctly even if the program overrides built-ins', async () => {
    const source = `
      const own = new Set([2]);
      JSON.stringify = JSON.parse = () => '7';
      Array.prototype.map = Object.keys = Object.entries = globalThis.Map = undefined;
      Array.prototype[Symbol.iterator] = Object.prototype.toJSON = Promise.prototype.then = () => 3;
      Array.isArray = () => true;
      Reflect.apply = () => 8;
      export const solve = (value) => ({ value, own: [1, own], when: new Date(0), zero: -0 });`;
    const run = await box.run(aJavaScriptProgram(source, { calls: [[{ x: [1] }]] }));
    const own = [1, { $: 'set', items: [2] }];
    const when = { $: 'datetime', value: '1970-01-01T00:00:00' };
    expect(valuesOf(run)).toEqual([{ value: { x: [1] }, own, when, zero: -0 }]);
  });

  test('mutated by one call are fresh in the next', async () => {
    const shared: Value = [1, 2, 3];
    const source = 'export const solve = (values) => values.push(4);';
    expect(valuesOf(await box.run(aJavaScriptProgram(source, { calls: [[shared], [shared]] })))).toEqual([4, 4]);
  });

  test('with a cycle are an error, not a crash', async () => {
    const run = await box.run(aJavaScriptProgram('const x = [];\nx.push(x);\nexport const solve = () => x;'));
    expect(errorOf(run)).toMatchObject({ type: 'RangeError', message: expect.stringContaining('nested') as unknown });
  });
});

describe('errors of a candidate', () => {
  test('show only frames of the program', async () => {
    const run = await box.run(aJavaScriptProgram('\nexport function solve() {\n  return JSON.parse("{");\n}\n'));
    expect(errorOf(run)).toMatchInlineSnapshot(`
     {
       "line": 3,
       "message": "Expected property name or '}' in JSON at position 1 (line 1 column 2)",
       "traceback": "SyntaxError: Expected property name or '}' in JSON at position 1 (line 1 column 2)
         at solve (solution.mjs:3:15)",
       "type": "SyntaxError",
     }
    `);
  });

  test.each<[string, string, string, object]>([
    ['a syntax error', 'solution.mjs', '\nexport const solve = (;', { type: 'SyntaxError', line: 2 }],
    ['a syntax error in a script', 'solution.js', '\nfunction solve( {', { type: 'SyntaxError', line: 2 }],
    ['a missing package', 'solution.mjs', 'import "lodash";', { type: 'Error' }],
    ['a missing function', 'solution.js', 'function solve() {}', { type: 'ReferenceError' }],
    ['a thrown value that is no Error', 'solution.mjs', 'throw null;', { type: 'object', message: 'null' }],
  ])('at load are reported: %s', async (_name, main, source, expected) => {
    const run = await box.run(aJavaScriptProgram(source, { main, files: { [main]: source } }));
    expect((run.answer as { loadError: ProgramError }).loadError).toMatchObject(expected);
  });

  test.each([
    [
      'has an unhandled rejection',
      'Promise.reject(new TypeError("late")); return new Promise((done) => setTimeout(done, 20, 1));',
    ],
    ['throws in a timer', 'return new Promise(() => setTimeout(() => { throw new TypeError("late"); }, 1));'],
  ])('are reported for a call that %s', async (_name, body) => {
    const run = await box.run(aJavaScriptProgram(`\nexport function solve() {\n  ${body}\n}`));
    expect(errorOf(run)).toMatchObject({ type: 'TypeError', message: 'late', line: 3 });
  });

  test('are reported for each call whose promise never settles, and for no other', async () => {
    const source = 'export const solve = (x) => (x ? x : new Promise(() => {}));';
    const run = await box.run(aJavaScriptProgram(source, { calls: [[0], [0], [5]] }));
    const never = { ok: false, error: { message: 'the returned promise never settles' } };
    expect(run.answer).toMatchObject({ calls: [never, never, { ok: true, value: 5 }] });
  });
});

describe('TypeScript', () => {
  function aTypeScriptProgram(source: string): CallProgram {
    return aJavaScriptProgram(source, { main: 'solution.ts', files: { 'solution.ts': source } });
  }

  test('runs, including enums and parameter properties', async () => {
    const source = [
      'enum Side { Left = 1, Right }',
      'class Point { constructor(readonly x: number) {} }',
      'export function solve<T extends number>(by: T): number {',
      '  return new Point(3).x * by + Side.Right;',
      '}',
    ].join('\n');
    expect(valuesOf(await box.run({ ...aTypeScriptProgram(source), calls: [[5]] }))).toEqual([17]);
  });

  test('reports the line number of the TypeScript source', async () => {
    const source =
      'enum Side {\n  Left,\n}\ntype A = {\n  x: 1;\n};\nexport function solve(): A {\n  return nothing;\n}\n';
    expect(errorOf(await box.run(aTypeScriptProgram(source)))).toMatchObject({ type: 'ReferenceError', line: 8 });
  });

  test('reports the line number of a syntax error', async () => {
    const run = await box.run(aTypeScriptProgram('export function solve() {\n  const a: = 1;\n}'));
    expect(errorOf(run)).toMatchObject({ type: 'SyntaxError', line: 2 });
  });
});

describe('limits of a candidate', () => {
  test.each<[string, string, object, Partial<Limits>]>([
    [
      'fills the heap',
      'const x = []; for (;;) x.push({ a: [1] });',
      { kind: 'overLimit', limit: 'memory' },
      { memoryBytes: 32 * 1024 * 1024 },
    ],
    ['prints too much', 'for (;;) console.log("x".repeat(10000));', { kind: 'overLimit', limit: 'output' }, {}],
    ['returns too much', 'return "x".repeat(2e6);', { kind: 'overLimit', limit: 'output' }, {}],
    ['aborts', 'process.abort();', { kind: 'signalled', signal: 'SIGSEGV' }, {}],
    ['waits', 'return new Promise((d) => setTimeout(d, 6e4));', { kind: 'overLimit', limit: 'wall' }, { wallMs: 500 }],
  ])('are reported for a program that %s', async (_name, body, end, limits) => {
    const run = await box.run(aJavaScriptProgram(`export function solve() { ${body} }`, { limits }));
    expect(run.end).toEqual(end);
  });

  test('do not end a program for garbage that can still be collected', async () => {
    const source = `export function solve() {
      const held = Array.from({ length: 48 }, (_, i) => new Array(131072).fill(i + 0.5));
      let sum = 0;
      for (let i = 0; i < 10000; i += 1) sum += new Array(5000).fill(i)[3];
      return [held.length, sum];
    }`;
    const run = await box.run(aJavaScriptProgram(source, { limits: { memoryBytes: 64 * 1024 * 1024 } }));
    expect(valuesOf(run)).toEqual([[48, 49995000]]);
  });

  test('deny workers, inspector, WASI, add-ons and bindings with an error code', async () => {
    const source = `
      const tried = async (act) => { try { await act(); return 'allowed'; } catch (error) { return error.code; } };
      const from = (name, act) => tried(async () => act(await import(name)));
      export const solve = async () => [
        await from('node:worker_threads', ({ Worker }) => new Worker('1', { eval: true })),
        await from('node:inspector', (inspector) => inspector.open(9229)),
        await from('node:wasi', ({ WASI }) => new WASI({ version: 'preview1' })),
        await tried(() => process.dlopen({ exports: {} }, '/box/x.node')),
        await tried(() => process.binding('spawn_sync')),
      ];`;
    const denied = 'ERR_ACCESS_DENIED';
    expect(valuesOf(await box.run(aJavaScriptProgram(source)))).toEqual([
      [denied, denied, denied, 'ERR_DLOPEN_DISABLED', denied],
    ]);
  });
});

test('stdout and stderr are separate', async () => {
  const run = await box.run(
    aJavaScriptProgram('export const solve = () => { console.log("out"); console.error("err"); }'),
  );
  expect(run).toMatchObject({ end: { kind: 'answered' }, stdout: 'out\n', stderr: 'err\n' });
});

test('a candidate’s box has no dataset, even if the program names one', async () => {
  const source = 'import { existsSync } from "node:fs";\nexport const solve = () => existsSync("/data");';
  const datasets = [{ id: 'flights', files: { 'flights.csv': '/etc/hostname' } }];
  expect(valuesOf(await box.run(aJavaScriptProgram(source, { datasets })))).toEqual([false]);
});

test('a program that has used all file descriptors is answered', async () => {
  const source = `
    import { openSync } from 'node:fs';
    export function solve(value) {
      try { for (;;) openSync('/box', 'r'); } catch { console.log('all'); return value; }
    }`;
  const run = await box.run(aJavaScriptProgram(source, { calls: [[1], [[2]]] }));
  expect([run.end, run.stdout]).toEqual([{ kind: 'answered' }, 'all\nall\n']);
  expect(valuesOf(run)).toEqual([1, [2]]);
});
