import { childrenNamed, childrenOf } from '../machine/test-processes';
import { LIMITS, aSandbox, aSqlProgram } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

const MEGABYTE = 1024 * 1024;
/** Takes about one second of CPU. */
const BUSY = 'select sum(a * b) from generate_series(1, 2000) a, generate_series(1, 2000) b';
const ACCUMULATE = "select length(string_agg(repeat(g::text, 1000), '')) from generate_series(1, 100000) g";

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 0 }, maxSql: 3, warmSql: true });
});
afterAll(() => box.close());

function mainPids(): readonly number[] {
  return childrenNamed('server.py')
    .flatMap((launcher) => childrenOf(launcher))
    .flatMap((first) => childrenOf(first));
}

test('reports the CPU time of the statement alone, not of the server or of other statements', async () => {
  const little = await box.run(aSqlProgram('select 1'));
  const busy = await box.run(aSqlProgram(BUSY));
  const again = await box.run(aSqlProgram('select 1'));
  expect(busy.cpuMs).toBeGreaterThan(5 * (little.cpuMs ?? Infinity));
  expect(busy.cpuMs).toBeLessThanOrEqual(busy.wallMs);
  expect(again.cpuMs).toBeLessThan((busy.cpuMs ?? 0) / 5);
});

test('reports the private memory of a statement', async () => {
  const little = await box.run(aSqlProgram('select 1'));
  const much = await box.run(aSqlProgram("select length(repeat('x', 50000000))"));
  expect(little.memoryBytes).toBeGreaterThan(0);
  expect((much.memoryBytes ?? 0) - (little.memoryBytes ?? 0)).toBeGreaterThan(45 * MEGABYTE);
});

test('ends only the statement over its memory limit, and answers another that runs beside it', async () => {
  const before = mainPids();
  const smallLimit = { limits: { ...LIMITS, memoryBytes: 48 * MEGABYTE } };
  const [over, other, honest] = await Promise.all([
    box.run(aSqlProgram(ACCUMULATE, smallLimit)),
    box.run(aSqlProgram(ACCUMULATE, smallLimit)),
    box.run(aSqlProgram('select count(*) from flight')),
  ]);
  expect(over.end).toEqual({ kind: 'overLimit', limit: 'memory' });
  expect(other.end).toEqual({ kind: 'overLimit', limit: 'memory' });
  expect(honest.answer).toMatchObject({ rows: [['2']] });
  const roomy = await box.run(aSqlProgram("select length(repeat('x', 15000000))", smallLimit));
  expect(roomy.end).toEqual({ kind: 'answered' });
  expect(mainPids()).toEqual(before);
});

test('enforces the CPU limit independently of the wall-time limit', async () => {
  const endless = 'select count(*) from generate_series(1, 20000) a, generate_series(1, 20000) b';
  const run = await box.run(aSqlProgram(endless, { limits: { ...LIMITS, cpuMs: 400, wallMs: 30_000 } }));
  expect(run.end).toEqual({ kind: 'overLimit', limit: 'cpu' });
  expect(run.cpuMs).toBeGreaterThan(400);
  expect(run.wallMs).toBeLessThan(20_000);
});
