import type { CallProgram, End, Program } from '@holdout/sandbox';
import { FakeSandbox } from '@holdout/sandbox';
import { grade } from './grade';
import type { GradeJob } from './job';
import type { Material } from './material';
import type { GradeReport, VerdictKind } from './report';
import { CALLS, MODEL, QUERIES, aCodeBundle, aModelBundle, aSqlBundle } from './test-bundles';

const dataHash = 'ab'.repeat(32);
const aJob = (language: 'python' | 'sql' = 'python'): GradeJob => ({
  kind: 'grade',
  submissionId: 's',
  bundleHash: 'b',
  scope: 'practice',
  language,
  source: 'SOURCE',
});
const signal = new AbortController().signal;
const answered: End = { kind: 'answered' };
const code: Material = { bundle: aCodeBundle(), data: CALLS, dataHash };
const sql: Material = { bundle: aSqlBundle(), data: QUERIES, dataHash };
const model: Material = { bundle: aModelBundle(), data: MODEL, dataHash };

const ok = (value: unknown) => ({ ok: true, value });
const raised = (type: string) => ({ ok: false, error: { type, message: 'secret 42', traceback: 'secret', line: 42 } });
/** Adds up, as the reference would. */
const right = (program: Program) => ({
  end: answered,
  answer: {
    calls: (program as CallProgram).calls.map(([numbers]) =>
      ok((numbers as number[]).reduce((sum, each) => sum + each, 0)),
    ),
  },
});

const gradeWith = (
  material: Material,
  reply: (program: Program, index: number) => { end: End; answer?: unknown },
  language: 'python' | 'sql' = 'python',
) => grade(aJob(language), material, new FakeSandbox(reply), signal);

test('a right program passes, group by group, each in a box of its own', async () => {
  const sandbox = new FakeSandbox(right);
  const report = await grade(aJob(), code, sandbox, signal);
  expect(report.verdict).toEqual({ kind: 'passed' });
  expect(report.groups.map(({ name, passed, total }) => [name, passed, total])).toEqual([
    ['plain', 2, 2],
    ['empty', 1, 1],
  ]);
  expect(sandbox.programs.map((program) => (program as CallProgram).calls)).toEqual([[[[1, 2]], [[4]]], [[[]]]]);
  expect(sandbox.programs[0]).toMatchObject({
    root: 'candidate',
    datasets: [],
    entry: 'total',
    limits: { cpuMs: 2000 },
  });
});

test('no box is given what is expected', async () => {
  const sandbox = new FakeSandbox(right);
  await grade(aJob(), code, sandbox, signal);
  expect(JSON.stringify(sandbox.programs)).not.toMatch(/expected|REFERENCE|make\.py/);
});

test.each<[string, End, unknown, VerdictKind]>([
  ['returns another value', answered, { calls: [ok(3), ok(5)] }, 'wrongAnswer'],
  ['returns what cannot be read', answered, { calls: [ok({ $: 'opaque', type: 'Liar' }), ok(4)] }, 'invalidAnswer'],
  ['returns a made-up tag', answered, { calls: [ok({ $: 'secret' }), ok(4)] }, 'invalidAnswer'],
  ['raises', answered, { calls: [raised('ValueError'), ok(4)] }, 'crashed'],
  ['cannot be loaded', answered, { loadError: { type: 'SyntaxError', message: '', traceback: '' } }, 'crashed'],
  ['answers too few calls', answered, { calls: [ok(3)] }, 'invalidAnswer'],
  ['answers too many calls', answered, { calls: [ok(3), ok(4), ok(5)] }, 'invalidAnswer'],
  ['answers nonsense', answered, 'passed', 'invalidAnswer'],
  ['answers nothing', answered, undefined, 'invalidAnswer'],
  ['exits with 0', { kind: 'exited', code: 0 }, undefined, 'exitedEarly'],
  ['exits with a right answer forged', { kind: 'exited', code: 0 }, { calls: [ok(3), ok(4)] }, 'exitedEarly'],
  ['is killed by a signal', { kind: 'signalled', signal: 'SIGSEGV' }, undefined, 'crashed'],
  ['takes too much CPU', { kind: 'overLimit', limit: 'cpu' }, undefined, 'timeLimit'],
  ['sleeps too long', { kind: 'overLimit', limit: 'wall' }, undefined, 'timeLimit'],
  ['takes too much memory', { kind: 'overLimit', limit: 'memory' }, undefined, 'memoryLimit'],
  ['prints too much', { kind: 'overLimit', limit: 'output' }, undefined, 'outputLimit'],
  ['makes a forbidden call', { kind: 'forbiddenCall' }, undefined, 'forbiddenCall'],
  ['meets a broken sandbox', { kind: 'sandboxFailed', reason: 'no box' }, undefined, 'notGraded'],
])('a program that %s in the first group', async (_name, ...[end, answer, kind]) => {
  const report = await gradeWith(code, (program, index) => (index === 0 ? { end, answer } : right(program)));
  expect(report.groups.map(({ verdict }) => verdict.kind)).toEqual([kind, 'passed']);
  expect(report.verdict.kind).toBe(kind);
});

test('a failure of ours in a later group outranks a wrong answer in an earlier one', async () => {
  const report = await gradeWith(code, (_program, index) =>
    index === 0
      ? { end: answered, answer: { calls: [ok(0), ok(0)] } }
      : { end: { kind: 'sandboxFailed', reason: 'x' } },
  );
  expect(report.verdict.kind).toBe('notGraded');
});

test('a hidden case lets out no message, no line and no name that a program can make up', async () => {
  const names = ['ValueError', 'args_1_2_4'];
  const report = await gradeWith(code, (program) => ({
    end: answered,
    answer: { calls: (program as CallProgram).calls.map((_, index) => raised(names[index] ?? '')) },
  }));
  expect(report.groups[0]?.verdict).toEqual({ kind: 'crashed', error: 'ValueError' });
  expect(report.groups[1]?.verdict).toEqual({ kind: 'crashed', error: 'ValueError' });
  const made = await gradeWith(code, () => ({ end: answered, answer: { loadError: { type: 'args_1_2_4' } } }));
  expect(JSON.stringify([report, made])).not.toMatch(/secret|42|args_1/);
});

test('answers 100,000 levels deep do not end the grader', async () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  const report = await gradeWith(code, () => ({ end: answered, answer: { calls: [ok(deep), ok(4)] } }));
  expect(report.groups[0]?.verdict.kind).toBe('invalidAnswer');
});

test('a called-off job stops before the next box', async () => {
  const control = new AbortController();
  const sandbox = new FakeSandbox((program) => {
    control.abort();
    return right(program);
  });
  await expect(grade(aJob(), code, sandbox, control.signal)).rejects.toThrow(/abort/i);
  expect(sandbox.programs).toHaveLength(1);
});

test('data of another kind than the question is a bug of ours, not a verdict', async () => {
  await expect(gradeWith({ ...code, data: MODEL }, right)).rejects.toThrow(/kind/);
});

describe('a query', () => {
  const table = (rows: unknown) => ({
    end: answered,
    answer: { columns: [{ name: 'n', type: 'bigint' }], rows, truncated: false },
  });
  test.each<[string, ReturnType<typeof table>, VerdictKind]>([
    ['right rows', table([['2']]), 'passed'],
    ['other rows', table([['3']]), 'wrongAnswer'],
    ['cells that are no text', table([[2]]), 'invalidAnswer'],
    ['ragged rows', table([['2', '3']]), 'invalidAnswer'],
  ])('with %s', async (_name, reply, kind) => {
    expect((await gradeWith(sql, () => reply, 'sql')).verdict.kind).toBe(kind);
  });
  test('that fails tells its code only', async () => {
    const sqlError = { code: '22012', message: 'division by zero: secret', position: 8 };
    const report = await gradeWith(sql, () => ({ end: answered, answer: { sqlError } }), 'sql');
    expect(report.verdict).toEqual({ kind: 'crashed', error: 'SQLSTATE 22012' });
  });
});

describe('a model', () => {
  const predicts = (value: unknown): Promise<GradeReport> =>
    gradeWith(model, () => ({ end: answered, answer: { calls: [ok(value)] } }));
  test('that ranks well passes, with an interval that can be made again', async () => {
    const report = await predicts([0.1, 0.9, 0.2, 0.8]);
    expect(report.verdict.kind).toBe('passed');
    expect(report.metric).toMatchObject({ value: 1, n: 4, unit: 'rows', pass: 0.9, reference: 0.97 });
    expect(await predicts([0.1, 0.9, 0.2, 0.8])).toEqual(report);
  });
  test('that ranks badly does not reach the line, and says how far it came', async () => {
    const report = await predicts([0.9, 0.1, 0.8, 0.2]);
    expect(report.verdict).toEqual({ kind: 'wrongAnswer', hint: 'the pass line was not reached' });
    expect(report.metric?.value).toBeCloseTo(5 / 12, 12);
  });
  test.each<[string, unknown, RegExp]>([
    ['too few numbers', [1, 2, 3], /4 numbers were expected, another count came/],
    [
      'a number that is none',
      [1, 2, { $: 'float', value: 'nan' }, 4],
      /^4 finite numbers were expected, one per row of test\.$/,
    ],
    ['a text', [1, 'x', 3, 4], /one per row of test\.$/],
    ['one number', 1, /4 finite numbers were expected, one per row/],
    [
      'two columns',
      { $: 'array', dtype: 'f', shape: [4, 2], values: [1, 2, 3, 4, 5, 6, 7, 8] },
      /one per row of test\.$/,
    ],
  ])('that gives %s is invalid', async (_name, value, reason) => {
    expect((await predicts(value)).verdict).toEqual({
      kind: 'invalidAnswer',
      reason: expect.stringMatching(reason) as string,
    });
  });
  test.each<[string, unknown]>([
    ['a column vector', { $: 'array', dtype: 'f', shape: [4, 1], values: [0.1, 0.9, 0.2, 0.8] }],
    ['a Series', { $: 'series', name: null, dtype: 'f', index: [9, 8, 7, 6], values: [0.1, 0.9, 0.2, 0.8] }],
    ['True and False', [false, true, false, true]],
  ])('may give %s', async (_name, value) => {
    expect((await predicts(value)).verdict.kind).toBe('passed');
  });
  test('whose error is too large for a number is invalid, and has no metric', async () => {
    const bundle = aModelBundle();
    const metric = { ...bundle.candidate.metric, name: 'rmse' as const };
    const squared = { ...model, bundle: { ...bundle, candidate: { ...bundle.candidate, metric } } };
    const huge = ok([1e200, 1e200, 1e200, 1e200]);
    const report = await gradeWith(squared, () => ({ end: answered, answer: { calls: [huge] } }));
    expect(report).toMatchObject({ verdict: { kind: 'invalidAnswer' }, metric: null });
  });
  test('counts redrawn groups in its own units', async () => {
    const material: Material = {
      bundle: aModelBundle('group:fault episode'),
      data: { ...MODEL, resampleBy: [1, 1, 2, 2] },
      dataHash,
    };
    const report = await gradeWith(material, () => ({ end: answered, answer: { calls: [ok([0, 1, 0, 1])] } }));
    expect(report.metric).toMatchObject({ n: 2, unit: 'fault episode' });
  });
});
