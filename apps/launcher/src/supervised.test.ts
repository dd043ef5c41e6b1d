import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHome } from './home';
import { ProcessList } from './left-overs';
import { nextWait, Supervised } from './supervised';

test('the back-off grows with each quick exit up to 30 seconds and is reset after a long run', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.nat(15_000), (previous, lived) => {
      expect(nextWait(previous, lived)).toBeLessThanOrEqual(30_000);
      expect(nextWait(Math.min(previous, 15_000), lived)).toBeGreaterThan(Math.min(previous, 15_000));
    }),
  );
  expect(nextWait(30_000, 15_001)).toBe(500);
});

test('a program that exits is restarted, and no longer runs after the stop', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'holdout-supervised-'));
  const home = openHome(join(parent, 'home'));
  const script = join(parent, 'program.mjs');
  const logFile = join(home.logs, 'program.log');
  writeFileSync(
    script,
    "console.log('up'); process.on('SIGTERM', () => process.exit(0)); setTimeout(() => process.exit(1), 50);",
  );
  const program = { name: 'program', script, workspace: parent, environment: process.env, logFile };
  const secondExit = new Promise<void>((resolve) => {
    const supervised = new Supervised(program, new ProcessList(home), () => {
      if (supervised.exits === 2) resolve(supervised.stop());
    });
    supervised.start();
  });
  await secondExit;
  expect(readFileSync(logFile, 'utf8')).toBe('up\nup\n');
  expect(JSON.parse(readFileSync(home.processesFile, 'utf8'))).toEqual({});
  rmSync(parent, { recursive: true, force: true });
});

test('a disk that is too full to record the processes does not end the launcher', () => {
  const parent = mkdtempSync(join(tmpdir(), 'holdout-supervised-'));
  const home = openHome(join(parent, 'home'));
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  new ProcessList({ ...home, processesFile: join(parent, 'missing', 'processes.json') }).remember('api', process.pid);
  expect(said).toHaveBeenCalledWith(expect.stringContaining('could not be recorded'));
  said.mockRestore();
  rmSync(parent, { recursive: true, force: true });
});

test('a program that is restarted on request starts again without a back-off, and none of it counts as an exit', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'holdout-supervised-'));
  const home = openHome(join(parent, 'home'));
  const script = join(parent, 'program.mjs');
  const logFile = join(home.logs, 'program.log');
  writeFileSync(script, "console.log('up'); setInterval(() => {}, 1000);");
  const program = { name: 'program', script, workspace: parent, environment: process.env, logFile };
  const onExit = jest.fn();
  const supervised = new Supervised(program, new ProcessList(home), onExit);
  const untilStarted = async (times: number): Promise<void> => {
    while (readFileSync(logFile, 'utf8') !== 'up\n'.repeat(times)) await pause(10);
  };
  supervised.start();
  await untilStarted(1);
  for (const times of [2, 3]) {
    supervised.restart();
    await untilStarted(times);
  }
  await supervised.stop();
  expect(onExit).not.toHaveBeenCalled();
  expect(supervised.exits).toBe(0);
  rmSync(parent, { recursive: true, force: true });
});
