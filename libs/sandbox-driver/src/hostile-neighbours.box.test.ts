import { aPythonProgram, aSandbox, valuesOf } from './test-sandbox';
import type { TestSandbox } from './test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox();
});
afterAll(() => box.close());

describe('what a program leaves behind', () => {
  const FOLDERS = ['/', '/etc', '/box', '/tmp', '/dev', '/usr', '/usr/lib', '/empty', '/usr/lib/python3/dist-packages'];
  const LEAVE = [
    'def left(folder):',
    '  try:',
    '    open(folder + "/evil.txt", "w").write("LEAK")',
    '    return True',
    '  except OSError:',
    '    return False',
    `def solve(): return [left(folder) for folder in ${JSON.stringify(FOLDERS)}]`,
  ].join('\n');
  const LOOK = `import os\ndef solve(): return [os.path.exists(folder + "/evil.txt") for folder in ${JSON.stringify(FOLDERS)}]`;
  const ownFolderOnly = FOLDERS.map((folder) => folder === '/box' || folder === '/tmp');

  test('lands in its own folder alone, and none of the next three finds it', async () => {
    expect(valuesOf(await box.run(aPythonProgram(LEAVE)))).toEqual([ownFolderOnly]);
    for (let next = 0; next < 3; next += 1) {
      expect(valuesOf(await box.run(aPythonProgram(LOOK)))).toEqual([FOLDERS.map(() => false)]);
    }
  });

  test('in the interpreter is gone: patched functions, modules and numbers', async () => {
    const patch = [
      'import builtins, json, math, numpy, sys',
      'builtins.len = lambda _: 0',
      'json.dumps = lambda *_, **__: "{}"',
      'math.pi = 3',
      'numpy.pi = 3',
      'sys.modules["evil"] = math',
      'def solve(): return 1',
    ].join('\n');
    await box.run(aPythonProgram(patch));
    const look =
      'import math, numpy, sys\ndef solve(): return [len("abc"), math.pi > 3, numpy.pi > 3, "evil" in sys.modules]';
    expect(valuesOf(await box.run(aPythonProgram(look)))).toEqual([[3, true, true, false]]);
  });

  test('is not in the memory of the next, which does find what it planted itself', async () => {
    const secret = 'PREVIOUS-' + 'SECRET-77';
    const plant = `KEEP = [${JSON.stringify(secret)} * 50 for _ in range(100)]\ndef solve(value): return len(value)`;
    for (let job = 0; job < 3; job += 1) await box.run(aPythonProgram(plant, { calls: [[secret.repeat(50)]] }));
    const run = await box.run(aPythonProgram(SCAN, { limits: { cpuMs: 20_000, wallMs: 40_000 } }));
    const [found] = valuesOf(run) as readonly { previous: number; own: number; megabytes: number }[];
    expect(found?.own).toBeGreaterThan(0);
    expect(found?.megabytes).toBeGreaterThan(4);
    expect(found?.previous).toBe(0);
  }, 60_000);
});

/** Looks through the readable pages near the heap and the arenas, in place; its own needle does not count. */
const SCAN = `
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
libc.sbrk.restype = ctypes.c_void_p
libc.memmem.restype = ctypes.c_void_p
libc.memmem.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_size_t]
PAGE = 4096
reader, writer = os.pipe()
def readable(page):
    if libc.write(writer, ctypes.c_void_p(page), ctypes.c_size_t(1)) != 1: return False
    os.read(reader, 1)
    return True
def count(start, needle, ignored):
    at, hits = start, 0
    while True:
        hit = libc.memmem(at, start + PAGE - at, needle, len(needle))
        if not hit: return hits
        hits += hit != ignored
        at = hit + 1
def solve():
    own = ("NWO-" + "TERCES-24")[::-1] * 20
    previous = bytes("77-TERCES" + "-SUOIVERP", "ascii")[::-1]
    ignored = ctypes.cast(ctypes.c_char_p(previous), ctypes.c_void_p).value
    mine = b"42-SECRET-OWN"
    top = libc.sbrk(0) & ~(PAGE - 1)
    arena = id(own) & ~(PAGE - 1)
    places = set(range(top - (96 << 20), top, PAGE)) | set(range(arena - (32 << 20), arena + (32 << 20), PAGE))
    hits = {"previous": 0, "own": 0, "megabytes": 0}
    pages = 0
    for page in places:
        if not readable(page): continue
        pages += 1
        hits["previous"] += count(page, previous, ignored)
        hits["own"] += count(page, mine, None)
    hits["megabytes"] = pages * PAGE >> 20
    return hits
`;

describe('two programs at the same time', () => {
  const VICTIM = [
    'import os, time',
    'open("/box/secret", "w").write("VICTIM")',
    'def solve():',
    '  until = time.monotonic() + 1.5',
    '  while time.monotonic() < until: time.sleep(0.01)',
    '  return open("/box/secret").read()',
  ].join('\n');
  const ATTACKER = [
    'import os',
    'def alive(pid):',
    '  try: os.kill(pid, 0)',
    '  except OSError: return False',
    '  return True',
    'def solve():',
    '  me = os.getpid()',
    '  seen = [pid for pid in range(1, 40000) if pid != me and alive(pid)]',
    '  for signal in (9, 15):',
    '    try: os.kill(-1, signal)',
    '    except OSError: pass',
    '  return [alive(me), seen, os.listdir("/box"), os.listdir("/tmp")]',
  ].join('\n');

  test('do not see, signal or read each other', async () => {
    let victimIsDone = false;
    const victim = box.run(aPythonProgram(VICTIM)).finally(() => (victimIsDone = true));
    const attacker = await box.run(aPythonProgram(ATTACKER));
    expect(victimIsDone).toBe(false);
    expect(valuesOf(attacker)).toEqual([[true, [], ['solution.py'], ['solution.py']]]);
    expect(valuesOf(await victim)).toEqual(['VICTIM']);
  });

  test('do not take each other’s time: one that spins leaves the other its answer', async () => {
    const spinner = box.run(aPythonProgram('def solve():\n  while True: pass', { limits: { cpuMs: 1000 } }));
    expect(valuesOf(await box.run(aPythonProgram('def solve(): return 7')))).toEqual([7]);
    expect((await spinner).end).toEqual({ kind: 'overLimit', limit: 'cpu' });
  });
});
