import type { CallAnswer, Run } from '@holdout/sandbox';
import { aPythonProgram, aSandbox, eventually, processesOf, BOX_USER, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 1 } });
  // Warm up first, so that no test waits for it.
  await box.run(aPythonProgram('def solve(): return 1'));
});
afterAll(() => box.close());

/** Processes when nothing runs: the zygote, its launcher and one parked box. */
const QUIET = 3;

/** Checks after every attack that the next program is unaffected and no process is left over. */
async function honest(): Promise<void> {
  expect(valuesOf(await box.run(aPythonProgram('def solve(): return 42')))).toEqual([42]);
  await eventually(() => processesOf(BOX_USER).length <= QUIET);
}

describe('a forged answer', () => {
  const SEND =
    'import json, os, struct\ndef send(x): b = x if isinstance(x, bytes) else json.dumps(x).encode(); os.write(3, struct.pack(">I", len(b)) + b)\n';

  async function forged(source: string): Promise<Run> {
    const run = await box.run(aPythonProgram(SEND + source));
    await honest();
    return run;
  }

  test('is only a claim of the program', async () => {
    const run = await forged(
      'send({"calls": [{"ok": True, "value": 999}], "passed": True, "__proto__": {"passed": True}})\nos._exit(0)',
    );
    expect(run.end).toEqual({ kind: 'answered' });
    expect(valuesOf(run)).toEqual([999]);
    expect(({} as { passed?: boolean }).passed).toBeUndefined();
  });

  test('counts once: the first frame is the answer, and the box is killed on it', async () => {
    const run = await forged(
      'send({"calls": [{"ok": True, "value": 1}]})\nsend({"calls": [{"ok": True, "value": 2}]})\nwhile True: pass',
    );
    expect(run.end).toEqual({ kind: 'answered' });
    expect(valuesOf(run)).toEqual([1]);
    expect(run.wallMs).toBeLessThan(2000);
  });

  test.each([
    ['is not JSON', 'send(b"nonsense")'],
    ['is nested 20,000 levels deep', 'send(b"[" * 20000 + b"]" * 20000)'],
    ['is not UTF-8', 'send(b"\\xff\\xfe")'],
  ])('that %s is not an answer', async (_name, source) => {
    expect((await forged(source)).answer).toBeUndefined();
  });

  test('by patched library functions does not reach the driver', async () => {
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
      'a float with an overridden __repr__ and __float__',
      'class E(float):\n  def __repr__(s): return "1.0"\n  def __float__(s): return 1.0\ndef solve(): return E(2)',
      2,
    ],
    [
      'a str with an overridden __str__',
      'class E(str):\n  def __str__(s): return "right"\ndef solve(): return E("wrong")',
      'wrong',
    ],
    [
      'a list with an overridden __iter__',
      'class E(list):\n  def __iter__(s): return iter([1])\n  def __len__(s): return 1\ndef solve(): return E([2, 3])',
      [2, 3],
    ],
    [
      'a dict with an overridden items()',
      'class E(dict):\n  def items(s): return [("a", 1)]\ndef solve(): return E(a=2)',
      { a: 2 },
    ],
    [
      'an object with a forged __class__',
      'class E:\n  __class__ = int\ndef solve(): return E()',
      { $: 'opaque', type: 'E' },
    ],
  ])('by %s is encoded as its real value', async (_name, source, value) => {
    expect(valuesOf(await forged(source))).toEqual([value]);
  });
});
