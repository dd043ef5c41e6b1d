import type { Limits, ProgramError } from '@holdout/sandbox';
import { aPythonProgram, aSandbox, errorOf, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox();
});
afterAll(() => box.close());

describe('errors', () => {
  test('have a line number and only frames of the program', async () => {
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

  test('of one call do not prevent the next', async () => {
    const run = await box.run(aPythonProgram('def solve(x):\n    return 1 / x\n', { calls: [[0], [2]] }));
    expect((run.answer as { calls: unknown[] }).calls).toMatchObject([{ ok: false }, { ok: true, value: 0.5 }]);
  });

  test.each([
    ['a syntax error', 'def solve(:\n  pass', { type: 'SyntaxError', line: 1 }],
    ['a missing module', '\nimport tensorflow', { type: 'ModuleNotFoundError', line: 2 }],
    ['a missing function', 'def solved(): pass', { type: 'NameError' }],
    [
      'an exception whose __str__ raises',
      'class E(Exception):\n  def __str__(self): 1/0\nraise E',
      { type: 'E', message: '' },
    ],
  ])('at load are reported: %s', async (_name, source, expected) => {
    const run = await box.run(aPythonProgram(source));
    expect(run.end).toEqual({ kind: 'answered' });
    expect((run.answer as { loadError: ProgramError }).loadError).toMatchObject(expected);
  });

  test('in another file name that file', async () => {
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
    ['calls os._exit', 'import os\ndef solve(): os._exit(3)', { kind: 'exited', code: 3 }, {}],
    ['calls sys.exit', 'import sys\ndef solve(): sys.exit(4)', { kind: 'exited', code: 4 }, {}],
    ['loops forever', 'def solve():\n  while True: pass', { kind: 'overLimit', limit: 'cpu' }, small],
    ['sleeps', 'import time\ndef solve(): time.sleep(60)', { kind: 'overLimit', limit: 'wall' }, { wallMs: 500 }],
    [
      'accumulates memory',
      'def solve():\n  x = []\n  while True: x.append(bytearray(10**7))',
      { kind: 'overLimit', limit: 'memory' },
      {},
    ],
    [
      'allocates too much at once',
      'def solve(): return len(bytearray(10**13))',
      { kind: 'overLimit', limit: 'memory' },
      {},
    ],
    ['prints too much', 'def solve():\n  while True: print("x" * 10000)', { kind: 'overLimit', limit: 'output' }, {}],
    ['returns too much', 'def solve(): return "x" * 2 * 10**6', { kind: 'overLimit', limit: 'output' }, {}],
    ['crashes', 'import ctypes\ndef solve(): ctypes.string_at(0)', { kind: 'signalled', signal: 'SIGSEGV' }, {}],
    [
      'makes a system call of the x32 ABI',
      'import ctypes\ndef solve(): ctypes.CDLL(None).syscall(0x40000000 + 39)',
      { kind: 'forbiddenCall' },
      {},
    ],
  ])('are reported for a program that %s', async (_name, source, end, limits) => {
    expect((await box.run(aPythonProgram(source, { limits }))).end).toEqual(end);
  });

  test('include measured CPU time, wall time and memory', async () => {
    const run = await box.run(aPythonProgram('def solve():\n  x = bytearray(50_000_000)\n  return sum(range(10**6))'));
    expect(run.cpuMs).toBeGreaterThan(5);
    expect(run.wallMs).toBeGreaterThan(5);
    expect(run.memoryBytes).toBeGreaterThan(50_000_000);
  });

  test('are sandboxFailed after an abort', async () => {
    const abort = new AbortController();
    const run = box.sandbox.run(aPythonProgram('def solve():\n  while True: pass'), abort.signal);
    abort.abort();
    expect((await run).end.kind).toBe('sandboxFailed');
  });
});

test('stdout and stderr are separate, and invalid UTF-8 is replaced', async () => {
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

test('stdout is kept up to the output limit', async () => {
  const run = await box.run(aPythonProgram('print("x" * 100)\ndef solve(): pass', { limits: { outputBytes: 50 } }));
  expect(run).toMatchObject({ end: { kind: 'overLimit', limit: 'output' }, stdout: 'x'.repeat(50) });
});

test('the data packages work with a single thread', async () => {
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

test('two boxes draw different random numbers', async () => {
  const source = 'import random, numpy as np\ndef solve(): return [random.random(), np.random.rand()]';
  const [first, second] = await Promise.all([box.run(aPythonProgram(source)), box.run(aPythonProgram(source))]);
  expect(valuesOf(first)).not.toEqual(valuesOf(second));
});

test('a program that has used all file descriptors is answered', async () => {
  const source = `
import os
def solve(value):
    try:
        while True: os.open("/box", os.O_RDONLY)
    except OSError:
        print("all")
        return value
`;
  const run = await box.run(aPythonProgram(source, { calls: [[1], [[2]]] }));
  expect([run.end, run.stdout]).toEqual([{ kind: 'answered' }, 'all\nall\n']);
  expect(valuesOf(run)).toEqual([1, [2]]);
});
