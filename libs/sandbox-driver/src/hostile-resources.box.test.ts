import type { CallAnswer, End, Limits, Run } from '@holdout/sandbox';
import { aPythonProgram, aSandbox, eventually, processesOf, BOX_USER, valuesOf } from './test-sandbox';
import type { TestSandbox } from './test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 1 } });
});
afterAll(() => box.close());

/** The zygote, whoever waits for it, and one parked box. */
const QUIET = 3;

/** What comes after every attack: the next program is none the wiser, and nobody is left over. */
async function honest(): Promise<void> {
  expect(valuesOf(await box.run(aPythonProgram('def solve(): return 42')))).toEqual([42]);
  await eventually(() => processesOf(BOX_USER).length <= QUIET);
}

const IGNORE =
  'import os, signal, time\nfor s in range(1, 32):\n  if s not in (9, 19): signal.signal(s, signal.SIG_IGN)\n';
const over = (limit: Extract<End, { kind: 'overLimit' }>['limit']): End => ({ kind: 'overLimit', limit });
const short: Partial<Limits> = { cpuMs: 1000, wallMs: 1200 };
const spinning: Partial<Limits> = { cpuMs: 1000, wallMs: 8000 };

test.each<[string, string, readonly End[], Partial<Limits>]>([
  ['ignores every signal and waits', `${IGNORE}while True: time.sleep(100)`, [over('wall')], short],
  ['ignores every signal and spins', `${IGNORE}while True: pass`, [over('cpu')], spinning],
  ['spins in native code', 'import re\nre.match(r"(a+)+$", "a" * 40 + "b")', [over('cpu')], spinning],
  [
    'stops itself',
    'import os\nos.kill(os.getpid(), 19)\nwhile True: os.sched_yield()',
    [over('cpu'), over('wall')],
    short,
  ],
  ['fills memory by bytes', 'x = []\nwhile True: x.append(bytearray(10**7))', [over('memory')], {}],
  ['fills memory by arrays', 'import numpy\nx = [numpy.ones(10**7) for _ in range(1000)]', [over('memory')], {}],
  [
    'unpacks a bomb',
    'import zlib\nd = zlib.compress(b"0" * 10**7, 9)\nx = [zlib.decompress(d) for _ in range(1000)]',
    [over('memory')],
    {},
  ],
  [
    'calls itself for ever',
    'import sys\nsys.setrecursionlimit(10**9)\ndef f(n): return f(n + 1) + 1\nf(0)',
    [over('memory'), over('cpu'), { kind: 'signalled', signal: 'SIGSEGV' }],
    { cpuMs: 2000 },
  ],
  ['floods standard output', 'while True: print("x" * 100000)', [over('output')], {}],
  ['floods standard error', 'import sys\nwhile True: sys.stderr.write("x" * 100000)', [over('output')], {}],
  ['floods the channel', 'import os\nwhile True: os.write(3, b"A" * 100000)', [over('output')], {}],
  ['announces a gigabyte', 'import os, time\nos.write(3, b"\\x40\\0\\0\\0")\ntime.sleep(60)', [over('output')], {}],
  [
    'cuts a frame in the middle',
    'import os\nos.write(3, b"\\0\\0\\1\\0abc")\nos._exit(0)',
    [{ kind: 'exited', code: 0 }],
    {},
  ],
  ['crashes', 'import ctypes\nctypes.string_at(0)', [{ kind: 'signalled', signal: 'SIGSEGV' }], {}],
  [
    'aborts',
    'import os\nos.abort()',
    [
      { kind: 'signalled', signal: 'SIGABRT' },
      { kind: 'signalled', signal: 'SIGSEGV' },
    ],
    {},
  ],
])(
  'is ended, and the next is well, when one %s',
  async (_name, source, ends, limits) => {
    const run = await box.run(aPythonProgram(`${source}\ndef solve(): return 1`, { limits }));
    expect(ends).toContainEqual(run.end);
    await honest();
  },
  15_000,
);

test.each<[string, string, (value: unknown) => void]>([
  [
    'threads',
    [
      'import threading, time',
      'def solve():',
      '  n = 0',
      '  try:',
      '    for _ in range(1000):',
      '      threading.Thread(target=time.sleep, args=(5,), daemon=True).start()',
      '      n += 1',
      '  except RuntimeError: pass',
      '  return n',
    ].join('\n'),
    (threads) => expect(threads).toBeLessThan(32),
  ],
  [
    'bytes on disk',
    [
      'import os',
      'def solve():',
      '  n = 0',
      '  try:',
      '    for place in range(10):',
      '      with open(f"/box/{place}", "wb", buffering=0) as file:',
      '        for _ in range(30): n += file.write(b"x" * 10**6)',
      '  except OSError: pass',
      '  return n',
    ].join('\n'),
    (bytes) => {
      expect(bytes).toBeGreaterThan(10_000_000);
      expect(bytes).toBeLessThan(70_000_000);
    },
  ],
  [
    'files',
    [
      'def solve():',
      '  n = 0',
      '  try:',
      '    for place in range(100000):',
      '      open(f"/box/f{place}", "w").close()',
      '      n += 1',
      '  except OSError: pass',
      '  return n',
    ].join('\n'),
    (files) => {
      expect(files).toBeGreaterThan(1000);
      expect(files).toBeLessThan(4097);
    },
  ],
  [
    'length of a file',
    'def solve():\n  try: open("/box/a", "wb").truncate(10**12)\n  except OSError as error: return error.errno',
    (code) => expect(code).toBe(27),
  ],
])('%s come to an end', async (_name, source, check) => {
  check(valuesOf(await box.run(aPythonProgram(source)))[0]);
  await honest();
});

describe('a forged answer', () => {
  const SEND =
    'import json, os, struct\ndef send(x): b = x if isinstance(x, bytes) else json.dumps(x).encode(); os.write(3, struct.pack(">I", len(b)) + b)\n';

  async function forged(source: string): Promise<Run> {
    const run = await box.run(aPythonProgram(SEND + source));
    await honest();
    return run;
  }

  test('is only the forger’s own claim', async () => {
    const run = await forged(
      'send({"calls": [{"ok": True, "value": 999}], "passed": True, "__proto__": {"passed": True}})\nos._exit(0)',
    );
    expect(run.end).toEqual({ kind: 'answered' });
    expect(valuesOf(run)).toEqual([999]);
    expect(({} as { passed?: boolean }).passed).toBeUndefined();
  });

  test('counts once: the first frame is the answer, and the box is ended on it', async () => {
    const run = await forged(
      'send({"calls": [{"ok": True, "value": 1}]})\nsend({"calls": [{"ok": True, "value": 2}]})\nwhile True: pass',
    );
    expect(run.end).toEqual({ kind: 'answered' });
    expect(valuesOf(run)).toEqual([1]);
    expect(run.wallMs).toBeLessThan(2000);
  });

  test.each([
    ['is no JSON', 'send(b"nonsense")'],
    ['is nested 20,000 levels deep', 'send(b"[" * 20000 + b"]" * 20000)'],
    ['is no text', 'send(b"\\xff\\xfe")'],
  ])('that %s is no answer', async (_name, source) => {
    expect((await forged(source)).answer).toBeUndefined();
  });

  test('by patched library functions harms the patcher alone', async () => {
    const source = [
      'import json, struct, builtins',
      'json.dumps = lambda *a, **k: \'{"calls": [{"ok": true, "value": "HACK"}]}\'',
      'builtins.isinstance = lambda *_: True',
      'builtins.issubclass = lambda *_: True',
      'struct.pack = lambda *_: b"zzzz"',
      'def solve(): return 1',
    ].join('\n');
    const answer = (await forged(source)).answer as CallAnswer | undefined;
    expect(JSON.stringify(answer ?? null)).not.toContain('HACK');
  });

  test.each([
    [
      'an int that equals everything',
      'class E(int):\n  def __eq__(s, o): return True\n  def __repr__(s): return "3"\ndef solve(): return E(7)',
      7,
    ],
    [
      'a float that calls itself another',
      'class E(float):\n  def __repr__(s): return "1.0"\n  def __float__(s): return 1.0\ndef solve(): return E(2)',
      2,
    ],
    [
      'a text of another text',
      'class E(str):\n  def __str__(s): return "right"\ndef solve(): return E("wrong")',
      'wrong',
    ],
    [
      'a list that iterates another',
      'class E(list):\n  def __iter__(s): return iter([1])\n  def __len__(s): return 1\ndef solve(): return E([2, 3])',
      [2, 3],
    ],
    [
      'a dict with other items',
      'class E(dict):\n  def items(s): return [("a", 1)]\ndef solve(): return E(a=2)',
      { a: 2 },
    ],
    ['an object of a false class', 'class E:\n  __class__ = int\ndef solve(): return E()', { $: 'opaque', type: 'E' }],
  ])('by %s is told as what it is', async (_name, source, value) => {
    expect(valuesOf(await forged(source))).toEqual([value]);
  });
});
