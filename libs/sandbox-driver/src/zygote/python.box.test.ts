import type { CallAnswer, Limits, ProgramError, Run, Value } from '@holdout/sandbox';
import { aPythonProgram, aSandbox, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox();
});
afterAll(() => box.close());

const ECHO = 'def solve(value):\n    return value\n';

function errorOf(run: Run): ProgramError {
  const answer = run.answer as CallAnswer;
  if ('loadError' in answer) return answer.loadError;
  const [call] = answer.calls;
  if (!call || call.ok) throw new Error('the call went well');
  return call.error;
}

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
    ['nothing', null],
    ['text with a NUL, a lone surrogate and a right-to-left mark', 'a\0b\ud800\u202e'],
    ['numbers', [0, -1.5, 1e300, 9007199254740991]],
    ['numbers that JSON lacks', ['nan', 'inf', '-inf'].map((value) => ({ $: 'float', value }))],
    ['an integer beyond exactness', { $: 'integer', value: '123456789012345678901234567890' }],
    ['nested lists and objects', { a: [1, { b: [true, null] }] }],
    ['a tuple', { $: 'tuple', items: [1, { $: 'tuple', items: ['x'] }] }],
    ['a set', { $: 'set', items: [1] }],
    ['a mapping by numbers', { $: 'entries', items: [[1, 'one']] }],
    ['an object with our marker as its key', { $: 'entries', items: [['$', 'tuple']] }],
    ['a date', { $: 'datetime', value: '2026-01-31' }],
    ['a time', { $: 'datetime', value: '2026-01-31T23:59:59.250000' }],
    ['an array', { $: 'array', dtype: 'float64', shape: [2, 2], values: [1, 2, 3, 4] }],
    ['a series', { $: 'series', name: 'delay', dtype: 'int64', index: ['a', 'b'], values: [1, 2] }],
    ['a data frame', frame],
  ])('come back as they went: %s', async (_name, value) => {
    expect(valuesOf(await box.run(aPythonProgram(ECHO, { calls: [[value]] })))).toEqual([value]);
  });

  test('arrive as what a Python program expects', async () => {
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

  test('a stream may come several times over, which is one stream', async () => {
    const source = 'def solve(stream):\n    return [next(stream), list(stream)]\n';
    const float64 = Buffer.from(new Float64Array([1.5, -2]).buffer).toString('base64');
    const run = await box.run(aPythonProgram(source, { calls: [[{ $: 'stream', float64, times: 2 }]] }));
    expect(valuesOf(run)).toEqual([[1.5, [-2, 1.5, -2]]]);
  });

  test('of numpy and pandas become plain ones where they are plain', async () => {
    const source =
      'import numpy as np, pandas as pd\ndef solve():\n    return [np.int64(3), np.float32(0.5), np.bool_(True), pd.NaT, range(2)]\n';
    expect(valuesOf(await box.run(aPythonProgram(source)))).toEqual([[3, 0.5, true, null, [0, 1]]]);
  });

  test('that cannot be told come back as opaque, with the name of their type', async () => {
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
  ])('with %s are an error and no crash', async (_name, source) => {
    const run = await box.run(aPythonProgram(source));
    expect(run.end).toEqual({ kind: 'answered' });
    expect(errorOf(run).message).toContain('nested');
  });

  test('that one call changes are whole again in the next', async () => {
    const source = 'def solve(values):\n    values.append(4)\n    return len(values)\n';
    const shared: Value = [1, 2, 3];
    expect(valuesOf(await box.run(aPythonProgram(source, { calls: [[shared], [shared]] })))).toEqual([4, 4]);
  });
});

describe('errors', () => {
  test('name the line and show only the lines of the program', async () => {
    const run = await box.run(aPythonProgram('import json\ndef solve():\n    return json.loads("{")\n'));
    const error = errorOf(run);
    expect(error).toMatchObject({ type: 'JSONDecodeError', line: 3 });
    expect(error.traceback).toMatchInlineSnapshot(`
      "Traceback (most recent call last):
        File "solution.py", line 3, in solve
          return json.loads("{")
      JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
    `);
  });

  test('of one call do not stop the next', async () => {
    const run = await box.run(aPythonProgram('def solve(x):\n    return 1 / x\n', { calls: [[0], [2]] }));
    expect((run.answer as { calls: unknown[] }).calls).toMatchObject([{ ok: false }, { ok: true, value: 0.5 }]);
  });

  test.each([
    ['a syntax error', 'def solve(:\n  pass', { type: 'SyntaxError', line: 1 }],
    ['an import that is not there', '\nimport tensorflow', { type: 'ModuleNotFoundError', line: 2 }],
    ['no such function', 'def solved(): pass', { type: 'NameError' }],
    [
      'an exception whose text fails',
      'class E(Exception):\n  def __str__(self): 1/0\nraise E',
      { type: 'E', message: '' },
    ],
  ])('at load are told: %s', async (_name, source, expected) => {
    const run = await box.run(aPythonProgram(source));
    expect(run.end).toEqual({ kind: 'answered' });
    expect((run.answer as { loadError: ProgramError }).loadError).toMatchObject(expected);
  });

  test('in a second file name that file', async () => {
    const files = {
      'solution.py': 'import other\nsolve = other.solve\n',
      'other.py': 'def solve():\n    return [][0]\n',
    };
    const run = await box.run(aPythonProgram('', { files }));
    expect(errorOf(run).traceback).toContain('File "other.py", line 2, in solve');
  });
});

describe('ends', () => {
  const small: Partial<Limits> = { cpuMs: 1000, wallMs: 5000 };
  test.each<[string, string, object, Partial<Limits>]>([
    ['answers', 'def solve(): return 1', { kind: 'answered' }, {}],
    ['leaves early', 'import os\ndef solve(): os._exit(3)', { kind: 'exited', code: 3 }, {}],
    ['calls sys.exit', 'import sys\ndef solve(): sys.exit(4)', { kind: 'exited', code: 4 }, {}],
    ['spins', 'def solve():\n  while True: pass', { kind: 'overLimit', limit: 'cpu' }, small],
    ['waits', 'import time\ndef solve(): time.sleep(60)', { kind: 'overLimit', limit: 'wall' }, { wallMs: 500 }],
    [
      'hoards',
      'def solve():\n  x = []\n  while True: x.append(bytearray(10**7))',
      { kind: 'overLimit', limit: 'memory' },
      {},
    ],
    [
      'asks for too much at once',
      'def solve(): return len(bytearray(10**13))',
      { kind: 'overLimit', limit: 'memory' },
      {},
    ],
    ['chatters', 'def solve():\n  while True: print("x" * 10000)', { kind: 'overLimit', limit: 'output' }, {}],
    ['answers too much', 'def solve(): return "x" * 2 * 10**6', { kind: 'overLimit', limit: 'output' }, {}],
    ['crashes', 'import ctypes\ndef solve(): ctypes.string_at(0)', { kind: 'signalled', signal: 'SIGSEGV' }, {}],
    [
      'makes a call of a foreign kind',
      'import ctypes\ndef solve(): ctypes.CDLL(None).syscall(0x40000000 + 39)',
      { kind: 'forbiddenCall' },
      {},
    ],
  ])('tell how a program ended that %s', async (_name, source, end, limits) => {
    expect((await box.run(aPythonProgram(source, { limits }))).end).toEqual(end);
  });

  test('come with time and memory that the box measured', async () => {
    const run = await box.run(aPythonProgram('def solve():\n  x = bytearray(50_000_000)\n  return sum(range(10**6))'));
    expect(run.cpuMs).toBeGreaterThan(5);
    expect(run.wallMs).toBeGreaterThan(5);
    expect(run.memoryBytes).toBeGreaterThan(50_000_000);
  });

  test('say so when nobody waits any more', async () => {
    const gone = new AbortController();
    const run = box.sandbox.run(aPythonProgram('def solve():\n  while True: pass'), gone.signal);
    gone.abort();
    expect((await run).end.kind).toBe('sandboxFailed');
  });
});

test('standard output and error are kept apart, and bytes that are no text are replaced', async () => {
  const source = [
    'import sys',
    'def solve():',
    '  print("out")',
    '  sys.stdout.flush()',
    '  sys.stdout.buffer.write(b"\\xff\\x00ok")',
    '  print("err", file=sys.stderr)',
  ].join('\n');
  expect(await box.run(aPythonProgram(source))).toMatchObject({ stdout: 'out\n\ufffd\0ok', stderr: 'err\n' });
});

test('standard output is kept up to its cap', async () => {
  const run = await box.run(aPythonProgram('print("x" * 100)\ndef solve(): pass', { limits: { outputBytes: 50 } }));
  expect(run).toMatchObject({ end: { kind: 'overLimit', limit: 'output' }, stdout: 'x'.repeat(50) });
});

test('the data packages work, on one thread', async () => {
  const source = [
    'import numpy as np, pandas as pd',
    'from sklearn.linear_model import LogisticRegression',
    'from scipy import stats',
    'def solve():',
    '  x = np.arange(20.0).reshape(-1, 1)',
    '  model = LogisticRegression().fit(x, x[:, 0] > 9.5)',
    '  group = pd.DataFrame({"k": list("abab"), "v": range(4)}).groupby("k").v.sum()',
    '  return [model.score(x, x[:, 0] > 9.5), group, float(stats.norm.cdf(0))]',
  ].join('\n');
  expect(valuesOf(await box.run(aPythonProgram(source)))).toEqual([
    [1, { $: 'series', name: 'v', dtype: 'int64', index: ['a', 'b'], values: [2, 4] }, 0.5],
  ]);
});

test('two boxes do not draw the same random numbers', async () => {
  const source = 'import random, numpy as np\ndef solve(): return [random.random(), np.random.rand()]';
  const [first, second] = await Promise.all([box.run(aPythonProgram(source)), box.run(aPythonProgram(source))]);
  expect(valuesOf(first)).not.toEqual(valuesOf(second));
});
