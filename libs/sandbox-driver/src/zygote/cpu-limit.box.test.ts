import { aJavaScriptProgram, aPythonProgram, aSandbox, type TestSandbox, valuesOf } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 1 } });
});
afterAll(() => box.close());

const limits = { cpuMs: 1000, wallMs: 60_000 };

/** Each uses so many milliseconds of CPU time after its call. */
const PROGRAMS = {
  Python: (ms: number) =>
    aPythonProgram(
      `import time\ndef solve():\n    end = time.process_time() + ${ms / 1000}\n    while time.process_time() < end: pass\n    return 1`,
      { limits },
    ),
  R: (ms: number) =>
    aPythonProgram('', {
      profile: 'r',
      main: 'main.R',
      files: {
        'main.R': `solve <- function() { end <- sum(proc.time()[1:2]) + ${ms / 1000}; while (sum(proc.time()[1:2]) < end) {}; 1 }`,
      },
      limits,
    }),
  JavaScript: (ms: number) =>
    aJavaScriptProgram(
      `const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
       export function solve() { const end = used() + ${ms}; while (used() < end); return 1; }`,
      { limits },
    ),
};

test.each(Object.entries(PROGRAMS))(
  '%s has its whole CPU time, whatever the box used before',
  async (_name, program) => {
    const run = await box.run(program(950));
    expect(valuesOf(run)).toEqual([1]);
    expect(run.cpuMs).toBeGreaterThanOrEqual(940);
  },
);

test.each(Object.entries(PROGRAMS))(
  '%s ends soon after its CPU limit, and the time reported is above it',
  async (_name, program) => {
    const run = await box.run(program(30_000));
    expect(run.end).toEqual({ kind: 'overLimit', limit: 'cpu' });
    expect(run.cpuMs).toBeGreaterThanOrEqual(1000);
    expect(run.cpuMs).toBeLessThan(1900);
  },
);
