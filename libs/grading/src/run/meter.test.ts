import type { End, Program } from '@holdout/sandbox';
import { FakeSandbox } from '@holdout/sandbox';
import { grade } from '../grade/grade';
import type { MaterializedCalls, MaterializedQueries } from '../contract/job';
import { aCodeBundle, aSqlBundle, QUERIES } from '../grade/test-bundles';
import { runPublic } from './run-public';

const signal = new AbortController().signal;
const CASES = [{ args: [[1]], expected: 1 }];
const data: MaterializedCalls = {
  kind: 'calls',
  groups: ['a', 'b', 'c', 'd'].map((name) => ({ name, cases: [...CASES, ...CASES] })),
};
const code = { bundle: aCodeBundle(), data, dataHash: 'h' };
const job = { submissionId: 's', bundleHash: 'b', scope: 'practice', language: 'python', source: '' } as const;
const overCpu: End = { kind: 'overLimit', limit: 'cpu' };
const right = (wallMs = 1) => ({
  end: { kind: 'answered' } as const,
  wallMs,
  answer: { calls: CASES.concat(CASES).map(() => ({ ok: true, value: 1 })) },
});
const wallOf = ({ limits }: Program): number => limits.wallMs;

test('after two groups over a limit the others are not run, and count as failed', async () => {
  const sandbox = new FakeSandbox((_, index) => (index === 1 ? right() : { end: overCpu }));
  const { groups, verdict } = await grade({ kind: 'grade', ...job }, code, sandbox, signal);
  expect(groups.map((group) => [group.verdict.kind, group.passed, group.total])).toEqual([
    ['timeLimit', 0, 2],
    ['passed', 2, 2],
    ['timeLimit', 0, 2],
    ['notRun', 0, 2],
  ]);
  expect(verdict).toEqual({ kind: 'timeLimit', limit: 'cpu', limitMs: 2000 });
  expect(sandbox.programs).toHaveLength(3);
});

test('a crash in every group stops nothing, because it costs no time', async () => {
  const sandbox = new FakeSandbox(() => ({ end: { kind: 'signalled', signal: 'SIGSEGV' } }));
  const { groups } = await grade({ kind: 'grade', ...job }, code, sandbox, signal);
  expect(groups.map(({ verdict }) => verdict.kind)).toEqual(['crashed', 'crashed', 'crashed', 'crashed']);
});

/** The limit of one run is 11 s of wall time and 2 s of CPU time, so four groups have 11 + 4 * 2 = 19 s. */
test('a program that sleeps below its limit in every group ends at the total time limit', async () => {
  const sandbox = new FakeSandbox((program) => {
    const end: End = wallOf(program) < 7000 ? { kind: 'overLimit', limit: 'wall' } : { kind: 'answered' };
    return { ...right(7000), end };
  });
  const { groups } = await grade({ kind: 'grade', ...job }, code, sandbox, signal);
  expect(groups.map((group) => group.verdict)).toEqual([
    { kind: 'passed' },
    { kind: 'passed' },
    { kind: 'timeLimit', limit: 'total', limitMs: 19_000 },
    { kind: 'notRun' },
  ]);
  expect(sandbox.programs.map(wallOf)).toEqual([11_000, 11_000, 5000]);
});

test('a run on public cases stops like a submission, and says which cases were not run', async () => {
  const sandbox = new FakeSandbox(() => ({ end: overCpu }));
  const { cases } = await runPublic({ kind: 'run', ...job, ownInput: null }, code, sandbox, signal);
  expect(cases.map(({ verdict }) => verdict.kind)).toEqual(['timeLimit', 'timeLimit', ...Array(6).fill('notRun')]);
  expect(sandbox.programs).toHaveLength(2);
});

describe('a query', () => {
  const [group] = QUERIES.groups;
  const four = ['a', 'b', 'c', 'd'].map((name) => ({ name, cases: [0, 1, 2].flatMap(() => group?.cases ?? []) }));
  const sql = { bundle: aSqlBundle(), data: { ...QUERIES, groups: four } as MaterializedQueries, dataHash: 'h' };
  const graded = (sandbox: FakeSandbox) => grade({ kind: 'grade', ...job, language: 'sql' }, sql, sandbox, signal);

  test('that exceeds a limit ends its group with that case, and the submission with the second', async () => {
    const sandbox = new FakeSandbox(() => ({ end: overCpu }));
    const { groups } = await graded(sandbox);
    expect(groups.map(({ verdict }) => verdict.kind)).toEqual(['timeLimit', 'timeLimit', 'notRun', 'notRun']);
    expect(sandbox.programs).toHaveLength(2);
  });

  test('that fails on some rows runs once, not after each case, on empty tables', async () => {
    const table = { columns: [{ name: 'n', type: 'bigint' }], rows: [['2']], truncated: false };
    const sandbox = new FakeSandbox((program) => {
      const isEmpty = 'tables' in program && Object.keys(program.tables).length === 0;
      const answer = isEmpty ? table : { sqlError: { code: '22012', message: 'division by zero' } };
      return { end: { kind: 'answered' }, answer };
    });
    expect((await graded(sandbox)).verdict).toEqual({ kind: 'crashed', error: 'SQLSTATE 22012' });
    expect(sandbox.programs).toHaveLength(13);
  });
});
