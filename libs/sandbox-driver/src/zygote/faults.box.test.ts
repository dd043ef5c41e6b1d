import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Limits } from '@holdout/sandbox';
import { childrenOf, zygotes } from '../machine/test-processes';
import { LIMITS, aPythonProgram, aSandbox, aSqlProgram, eventually, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

const LONG = 60_000;
const honest = aPythonProgram('def solve(): return 2');
const endless = aPythonProgram('def solve():\n  while True: pass', { limits: { cpuMs: 20_000, wallMs: 40_000 } });

let box: TestSandbox;
afterEach(() => box.close());

function kill(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) process.kill(pid, signal);
}

test(
  'a zygote that is killed with an order to fork before it is replaced, and whoever waited gets a box',
  async () => {
    box = await aSandbox({ parked: { python: 0 } });
    await box.run(honest);
    const [first] = zygotes();
    kill(zygotes(), 'SIGSTOP');
    const waiting = box.run(honest);
    await pause(50);
    kill(zygotes(), 'SIGKILL');
    expect(valuesOf(await waiting)).toEqual([2]);
    expect(zygotes()).not.toContain(first);
  },
  LONG,
);

test(
  'a zygote that hangs is replaced, and whoever waited gets a box',
  async () => {
    box = await aSandbox({ parked: { python: 0 }, timeouts: { boxMs: 300, killMs: 300 } });
    await box.run(honest);
    const [hanging] = zygotes();
    kill(zygotes(), 'SIGSTOP');
    expect(valuesOf(await box.run(honest))).toEqual([2]);
    expect(zygotes()).not.toContain(hanging);
  },
  LONG,
);

test(
  'a program whose zygote hangs fails through no fault of its own, rather than never',
  async () => {
    box = await aSandbox({ parked: { python: 1 }, timeouts: { killMs: 300 } });
    await box.run(honest);
    const running = box.run(aPythonProgram('def solve():\n  while True: pass', { limits: { wallMs: 700 } }));
    await pause(100);
    kill(zygotes(), 'SIGSTOP');
    const reason = expect.stringMatching(
      /^the box was lost with its zygote: it did not end box \S+ within 0.3 s$/,
    ) as string;
    expect((await running).end).toEqual({ kind: 'sandboxFailed', reason });
    expect(valuesOf(await box.run(honest))).toEqual([2]);
  },
  LONG,
);

test(
  'zygotes killed at any moment leave nobody waiting and accuse nobody',
  async () => {
    box = await aSandbox({ parked: { python: 1 }, maxBoxes: 3 });
    await box.run(honest);
    const runs = Array.from({ length: 9 }, () => box.run(honest));
    for (let time = 0; time < 2; time += 1) {
      await pause(5 + 10 * time);
      kill(zygotes(), 'SIGKILL');
      await eventually(() => zygotes().length > 0);
    }
    const ends = new Set((await Promise.all(runs)).map(({ end }) => end.kind));
    expect([...ends].filter((kind) => kind !== 'answered' && kind !== 'sandboxFailed')).toEqual([]);
    expect(valuesOf(await box.run(honest))).toEqual([2]);
  },
  LONG,
);

test(
  'a zygote that never gets ready is given up after a few tries, with the reason',
  async () => {
    box = await aSandbox({ parked: { python: 0 }, timeouts: { zygoteMs: 100 } });
    const { end } = await box.run(honest);
    expect(end).toEqual({
      kind: 'sandboxFailed',
      reason: expect.stringMatching(/no box could be made in 3 tries.*not ready within 0.1 s/) as unknown,
    });
  },
  LONG,
);

test(
  'a box killed from outside is our failure, one over its processor limit the program’s',
  async () => {
    box = await aSandbox({ parked: { python: 0 } });
    const killed = box.run(endless);
    await eventually(() => zygotes().flatMap((zygote) => childrenOf(zygote)).length === 1);
    await pause(300);
    kill(
      zygotes().flatMap((zygote) => childrenOf(zygote)),
      'SIGKILL',
    );
    expect((await killed).end).toEqual({
      kind: 'sandboxFailed',
      reason: 'the box was killed by somebody outside it',
    });
    const { end } = await box.run({ ...endless, limits: { ...LIMITS, cpuMs: 1000 } });
    expect(end).toEqual({ kind: 'overLimit', limit: 'cpu' });
  },
  LONG,
);

test.each(Object.keys(LIMITS) as (keyof Limits)[])(
  'a limit of zero on %s runs nothing, and says whose mistake it is',
  async (name) => {
    box = await aSandbox({ parked: { python: 0 } });
    const limits = { ...LIMITS, [name]: 0 };
    const failed = { kind: 'sandboxFailed', reason: `the limit ${name} is 0, and must be above zero` };
    expect((await box.run({ ...honest, limits })).end).toEqual(failed);
    expect((await box.run({ ...aSqlProgram('select 1'), limits })).end).toEqual(failed);
    expect(zygotes()).toEqual([]);
  },
);

test(
  'an answer of a gigabyte is refused when it is announced, and one cut short is none',
  async () => {
    box = await aSandbox();
    const writes = (bytes: string): string => `import os, time\ndef solve():\n  os.write(3, ${bytes})\n`;
    const announced = await box.run(aPythonProgram(`${writes("b'\\x40\\0\\0\\0'")}  time.sleep(60)`));
    expect(announced.end).toEqual({ kind: 'overLimit', limit: 'output' });
    expect(announced.wallMs).toBeLessThan(LIMITS.wallMs / 2);
    const cut = await box.run(aPythonProgram(`${writes("b'\\0\\0\\0\\x40{}'")}  os._exit(0)`));
    expect(cut.end).toEqual({ kind: 'exited', code: 0 });
    const header = await box.run(aPythonProgram(`${writes("b'\\0\\0'")}  os._exit(0)`));
    expect(header.end).toEqual({ kind: 'exited', code: 0 });
    expect(valuesOf(await box.run(honest))).toEqual([2]);
  },
  LONG,
);

test(
  'a full disk is the program’s own error, and empty again for the next',
  async () => {
    box = await aSandbox();
    const fill = `
def solve():
  written = 0
  try:
    for number in range(100):
      with open(f'file-{number}', 'wb') as file:
        written += file.write(bytes(1 << 20))
  except OSError as error:
    return [error.errno, written]
`;
    const program = aPythonProgram(fill);
    for (const run of [await box.run(program), await box.run(program)]) {
      const [[errno, written] = []] = valuesOf(run) as readonly (readonly number[])[];
      expect(errno).toBe(28);
      expect(written).toBeGreaterThan(32 << 20);
    }
  },
  LONG,
);

// Only root may mount a disk to fill it.
const asRoot = process.geteuid?.() === 0 ? test : test.skip;
asRoot(
  'a full disk of ours runs nothing, and says so',
  async () => {
    const disk = mkdtempSync(`${tmpdir()}/full-disk-`);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k,nr_inodes=2', 'none', disk]).status).toBe(0);
    try {
      box = await aSandbox({ scratchDir: `${disk}/scratch`, parked: { python: 0 } });
      const { end } = await box.run(honest);
      expect(end).toEqual({ kind: 'sandboxFailed', reason: expect.stringContaining('ENOSPC') as unknown });
    } finally {
      spawnSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    }
  },
  LONG,
);
