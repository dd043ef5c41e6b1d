import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Limits } from '@holdout/sandbox';
import { childrenOf, zygotes } from '../machine/test-processes';
import { LIMITS, aPythonProgram, aSandbox, aSqlProgram, eventually, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

const honest = aPythonProgram('def solve(): return 2');
const endless = aPythonProgram('def solve():\n  while True: pass', { limits: { cpuMs: 20_000, wallMs: 40_000 } });

let box: TestSandbox;
afterEach(() => box.close());

function kill(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) process.kill(pid, signal);
}

test('replaces a zygote killed with a pending spawn order; the waiting run gets a box', async () => {
  box = await aSandbox({ parked: { python: 0 } });
  await box.run(honest);
  const [first] = zygotes();
  kill(zygotes(), 'SIGSTOP');
  const waiting = box.run(honest);
  await pause(50);
  kill(zygotes(), 'SIGKILL');
  expect(valuesOf(await waiting)).toEqual([2]);
  expect(zygotes()).not.toContain(first);
});

test('replaces a zygote that hangs; the waiting run gets a box', async () => {
  box = await aSandbox({ parked: { python: 0 }, timeouts: { boxMs: 300, killMs: 300 } });
  await box.run(honest);
  const [hanging] = zygotes();
  kill(zygotes(), 'SIGSTOP');
  expect(valuesOf(await box.run(honest))).toEqual([2]);
  expect(zygotes()).not.toContain(hanging);
});

test('a program whose zygote hangs ends as sandboxFailed after a timeout', async () => {
  box = await aSandbox({ parked: { python: 1 }, timeouts: { killMs: 300 } });
  await box.run(honest);
  const running = box.run(aPythonProgram('def solve():\n  while True: pass', { limits: { wallMs: 700 } }));
  await pause(100);
  kill(zygotes(), 'SIGSTOP');
  const reason = expect.stringMatching(
    /^the zygote of the box exited: it did not kill box \S+ within 0.3 s$/,
  ) as string;
  expect((await running).end).toEqual({ kind: 'sandboxFailed', reason });
  expect(valuesOf(await box.run(honest))).toEqual([2]);
});

test('zygotes killed at arbitrary moments lose no run and cause no verdict against a program', async () => {
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
});

test('a zygote that is never ready fails the run after three attempts, with the reason', async () => {
  box = await aSandbox({ parked: { python: 0 }, timeouts: { zygoteMs: 100 } });
  const { end } = await box.run(honest);
  expect(end).toEqual({
    kind: 'sandboxFailed',
    reason: expect.stringMatching(/no box could be created in 3 attempts.*not ready within 0.1 s/) as unknown,
  });
});

test('a box killed from outside ends as sandboxFailed, one over the CPU limit as overLimit', async () => {
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
    reason: 'the box was killed from outside the sandbox',
  });
  const { end } = await box.run({ ...endless, limits: { ...LIMITS, cpuMs: 1000 } });
  expect(end).toEqual({ kind: 'overLimit', limit: 'cpu' });
});

test.each(Object.keys(LIMITS) as (keyof Limits)[])(
  'a limit of zero on %s runs nothing, and is reported as an error of the caller',
  async (name) => {
    box = await aSandbox({ parked: { python: 0 } });
    const limits = { ...LIMITS, [name]: 0 };
    const failed = { kind: 'sandboxFailed', reason: `the limit ${name} is 0; it must be a finite number above zero` };
    expect((await box.run({ ...honest, limits })).end).toEqual(failed);
    expect((await box.run({ ...aSqlProgram('select 1'), limits })).end).toEqual(failed);
    expect(zygotes()).toEqual([]);
  },
);

test('rejects a frame that announces 1 GB, and ignores a truncated one', async () => {
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
});

test('a full tmpfs is an error in the program, and the next box has an empty one', async () => {
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
});

const isRoot = process.geteuid?.() === 0;
const asRoot = isRoot ? test : test.skip; // -- mounting a file system to fill needs root
asRoot('a full scratch directory runs nothing, and is reported', async () => {
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
});
