import type { CallProgram, Program } from '@holdout/sandbox';
import { FakeSandbox } from '@holdout/sandbox';
import type { RunJob } from '../contract/job';
import type { RunReport } from '../contract/report';
import { runPublic } from './run-public';
import { CALLS, MODEL, QUERIES, aCodeBundle, aModelBundle, aSqlBundle } from '../grade/test-bundles';

const dataHash = 'ab'.repeat(32);
const signal = new AbortController().signal;
const aJob = (ownInput: string | null = null): RunJob => ({
  kind: 'run',
  submissionId: 's',
  bundleHash: 'b',
  scope: 'practice',
  language: 'python',
  source: 'SOURCE',
  ownInput,
});
const answered = { kind: 'answered' } as const;
const returns = (value: unknown) =>
  new FakeSandbox(() => ({ end: answered, stdout: 'hi\0', answer: { calls: [{ ok: true, value }] } }));
const run = (sandbox: FakeSandbox, ownInput: string | null = null): Promise<RunReport> =>
  runPublic(aJob(ownInput), { bundle: aCodeBundle(), data: CALLS, dataHash }, sandbox, signal);

test('each public case runs in a new box and reports input, expected and actual answer and output', async () => {
  const sandbox = returns(3);
  const report = await run(sandbox);
  expect(sandbox.programs).toHaveLength(3);
  expect(report.cases[0]).toMatchObject({
    group: 'plain',
    verdict: { kind: 'passed' },
    input: 'total([1, 2])',
    expected: '3',
    actual: '3',
    stdout: 'hi␀',
    table: null,
  });
  expect(report.cases[1]).toMatchObject({
    verdict: { kind: 'wrongAnswer', hint: 'a number differs' },
    expected: '4',
    actual: '3',
  });
  expect(report.verdict.kind).toBe('wrongAnswer');
});

test('a runtime error has its traceback and line', async () => {
  const error = { type: 'ValueError', message: 'empty', traceback: 'line 2, in total\nValueError: empty\n', line: 2 };
  const report = await run(new FakeSandbox(() => ({ end: answered, answer: { calls: [{ ok: false, error }] } })));
  expect(report.cases[0]?.verdict).toEqual({
    kind: 'crashed',
    error: 'ValueError',
    detail: 'line 2, in total\nValueError: empty',
    line: 2,
  });
});

test('an unsupported type of a public case is named', async () => {
  const report = await run(returns({ $: 'opaque', type: 'coroutine' }));
  expect(report.cases[0]?.verdict).toEqual({
    kind: 'invalidAnswer',
    reason:
      'The type of the returned value (coroutine) is not supported. Return plain numbers, strings, lists and tables.',
  });
  expect(report.cases[0]?.actual).toBe('<coroutine>');
});

test('own input is passed as arguments, and passes if a value is returned', async () => {
  const sandbox = returns({ $: 'float', value: 'nan' });
  const report = await run(sandbox, '[[1, 2.5], "a"]');
  expect((sandbox.programs[0] as CallProgram).calls).toEqual([[[1, 2.5], 'a']]);
  expect(report.cases).toMatchObject([
    { group: 'own-input', verdict: { kind: 'passed' }, expected: null, actual: 'nan', input: "total([1, 2.5], 'a')" },
  ]);
});

test.each(['', '[1,', '{"a": 1}', '3', '[{"$": "secret"}]'])(
  'own input %j is refused without running anything',
  async (text) => {
    const sandbox = returns(3);
    const report = await run(sandbox, text);
    expect(report.verdict.kind).toBe('invalidAnswer');
    expect(sandbox.programs).toEqual([]);
  },
);

test('texts are truncated to 4,000 characters', async () => {
  const long = new FakeSandbox(() => ({
    end: answered,
    stdout: 'x'.repeat(9000),
    answer: { calls: [{ ok: true, value: Array(9000).fill(1) }] },
  }));
  const [first] = (await run(long)).cases;
  expect(first?.stdout).toHaveLength(4000);
  expect(first?.actual).toMatch(/… 9000 in all\]$/);
});

test('a query reports at most 200 rows, and its error with a line', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => [row === 0 ? null : String(row)]);
  const runSql = (answer: unknown): Promise<RunReport> =>
    runPublic(
      { ...aJob(), language: 'sql' },
      { bundle: aSqlBundle(), data: QUERIES, dataHash },
      new FakeSandbox(() => ({ end: answered, answer })),
      signal,
    );
  const [shown] = (await runSql({ columns: [{ name: 'n', type: 'bigint' }], rows, truncated: false })).cases;
  expect(shown).toMatchObject({ input: 'flight\nid\n1\nNULL', table: { columns: ['n'], rows: rows.slice(0, 200) } });
  const [failed] = (
    await runSql({ sqlError: { code: '42601', message: 'syntax error', hint: 'Fix it.', position: 3 } })
  ).cases;
  expect(failed?.verdict).toEqual({
    kind: 'crashed',
    error: 'SQLSTATE 42601',
    detail: 'syntax error\nHINT: Fix it.',
    line: 1,
  });
});

test('a model reports its metric on the public rows', async () => {
  const sandbox = new FakeSandbox((_program: Program) => ({
    end: answered,
    answer: { calls: [{ ok: true, value: [0.1, 0.9, 0.2, 0.8] }] },
  }));
  const report = await runPublic(aJob(), { bundle: aModelBundle(), data: MODEL, dataHash }, sandbox, signal);
  expect(report.metric?.value).toBe(1);
  expect(report.cases[0]?.input).toBe('train:\n   x\n0  1\n\ntest:\n   x\n0  1\n1  2\n2  3\n3  4');
});
