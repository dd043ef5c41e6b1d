import type { Language, LanguageShown } from '@holdout/bank';
import type { CallProgram, End, Program, SqlProgram } from '@holdout/sandbox';
import { FakeSandbox } from '@holdout/sandbox';
import { grade } from './grade';
import type { GradeJob } from '../contract/job';
import type { Material } from '../contract/material';
import type { VerdictKind } from '../contract/report';
import { CALLS, MODEL, QUERIES, aCodeBundle, aSqlBundle } from './test-bundles';

const dataHash = 'ab'.repeat(32);
const aJob = (language: Language = 'python'): GradeJob => ({
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

const ok = (value: unknown) => ({ ok: true, value });
const raised = (type: string) => ({ ok: false, error: { type, message: 'secret 42', traceback: 'secret', line: 42 } });
/** Adds up, as the reference does. */
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
  language: Language = 'python',
) => grade(aJob(language), material, new FakeSandbox(reply), signal);

test('a correct program passes, each group in a new box', async () => {
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

test('each of several accepted answers passes', async () => {
  const anyOf = [3, 'three'];
  const groups = [{ name: 'plain', cases: [{ args: [[1, 2]], expected: 3, anyOf }] }];
  const of = (value: unknown) =>
    gradeWith({ ...code, data: { kind: 'calls', groups } }, () => ({ end: answered, answer: { calls: [ok(value)] } }));
  expect((await of('three')).verdict.kind).toBe('passed');
  expect((await of(3)).verdict.kind).toBe('passed');
  expect((await of(4)).verdict).toEqual({ kind: 'wrongAnswer', hint: 'a number differs' });
});

test('no box receives an expected output', async () => {
  const sandbox = new FakeSandbox(right);
  await grade(aJob(), code, sandbox, signal);
  expect(JSON.stringify(sandbox.programs)).not.toMatch(/expected|REFERENCE|make\.py/);
});

test.each<[string, End, unknown, VerdictKind]>([
  ['returns another value', answered, { calls: [ok(3), ok(5)] }, 'wrongAnswer'],
  ['returns an opaque value', answered, { calls: [ok({ $: 'opaque', type: 'Liar' }), ok(4)] }, 'invalidAnswer'],
  ['returns an unknown tag', answered, { calls: [ok({ $: 'secret' }), ok(4)] }, 'invalidAnswer'],
  ['raises', answered, { calls: [raised('ValueError'), ok(4)] }, 'crashed'],
  ['cannot be loaded', answered, { loadError: { type: 'SyntaxError', message: '', traceback: '' } }, 'crashed'],
  ['answers too few calls', answered, { calls: [ok(3)] }, 'invalidAnswer'],
  ['answers too many calls', answered, { calls: [ok(3), ok(4), ok(5)] }, 'invalidAnswer'],
  ['answers something malformed', answered, 'passed', 'invalidAnswer'],
  ['answers nothing', answered, undefined, 'invalidAnswer'],
  ['exits with 0', { kind: 'exited', code: 0 }, undefined, 'exitedEarly'],
  ['exits with a forged correct answer', { kind: 'exited', code: 0 }, { calls: [ok(3), ok(4)] }, 'exitedEarly'],
  ['is killed by a signal', { kind: 'signalled', signal: 'SIGSEGV' }, undefined, 'crashed'],
  ['exceeds the CPU time limit', { kind: 'overLimit', limit: 'cpu' }, undefined, 'timeLimit'],
  ['exceeds the wall clock limit', { kind: 'overLimit', limit: 'wall' }, undefined, 'timeLimit'],
  ['exceeds the memory limit', { kind: 'overLimit', limit: 'memory' }, undefined, 'memoryLimit'],
  ['exceeds the output limit', { kind: 'overLimit', limit: 'output' }, undefined, 'outputLimit'],
  ['makes a forbidden system call', { kind: 'forbiddenCall' }, undefined, 'forbiddenCall'],
  ['runs in a broken sandbox', { kind: 'sandboxFailed', reason: 'no box' }, undefined, 'notGraded'],
])('a program that %s in the first group', async (_name, ...[end, answer, kind]) => {
  const report = await gradeWith(code, (program, index) => (index === 0 ? { end, answer } : right(program)));
  expect(report.groups.map(({ verdict }) => verdict.kind)).toEqual([kind, 'passed']);
  expect(report.verdict.kind).toBe(kind);
});

test('an unsupported type is not named on hidden cases, since a program could choose it by what it saw', async () => {
  const answer = { calls: [ok({ $: 'opaque', type: 'args_1_2' }), ok(4)] };
  const report = await gradeWith(code, (program, index) => (index === 0 ? { end: answered, answer } : right(program)));
  expect(report.groups[0]?.verdict).toEqual({
    kind: 'invalidAnswer',
    reason: 'The type of the returned value is not supported. Return plain numbers, strings, lists and tables.',
  });
});

test('a failure of ours in a later group outranks a wrong answer in an earlier one', async () => {
  const report = await gradeWith(code, (_program, index) =>
    index === 0
      ? { end: answered, answer: { calls: [ok(0), ok(0)] } }
      : { end: { kind: 'sandboxFailed', reason: 'x' } },
  );
  expect(report.verdict.kind).toBe('notGraded');
});

test('a hidden case reveals no message, no line and no name that a program can choose', async () => {
  const names = ['ValueError', 'args_1_2_4'];
  const report = await gradeWith(code, (program) => ({
    end: answered,
    answer: { calls: (program as CallProgram).calls.map((_, index) => raised(names[index] ?? '')) },
  }));
  expect(report.groups[0]?.verdict).toEqual({ kind: 'crashed', error: 'ValueError' });
  expect(report.groups[1]?.verdict).toEqual({ kind: 'crashed', error: 'ValueError' });
  const made = await gradeWith(code, (program) => {
    const isGiven = (program as CallProgram).calls.length > 0;
    return { end: answered, answer: isGiven ? { loadError: { type: 'args_1_2_4' } } : { calls: [] } };
  });
  expect(JSON.stringify([report, made])).not.toMatch(/secret|42|args_1/);
});

describe('a program that cannot be loaded', () => {
  const error = { type: 'SyntaxError', message: "'(' was never closed", traceback: '', line: 3 };
  const refused = { end: answered, answer: { loadError: error } };
  test('gets line and message from a box without any input', async () => {
    const sandbox = new FakeSandbox(() => refused);
    const report = await grade(aJob(), code, sandbox, signal);
    expect(report.groups.map(({ verdict, passed, total }) => [verdict, passed, total])).toEqual(
      [2, 1].map((total) => [
        { kind: 'crashed', error: 'SyntaxError', detail: "SyntaxError: '(' was never closed", line: 3 },
        0,
        total,
      ]),
    );
    expect(sandbox.programs.map((program) => (program as CallProgram).calls.length)).toEqual([2, 0]);
  });
  test('only where there are inputs reveals nothing about them', async () => {
    const report = await gradeWith(code, (program) =>
      (program as CallProgram).calls.length > 0 ? refused : { end: answered, answer: { calls: [] } },
    );
    expect(report.groups.map(({ verdict }) => verdict)).toEqual([
      { kind: 'crashed', error: 'an uncommon error, or one of your own' },
      { kind: 'crashed', error: 'an uncommon error, or one of your own' },
    ]);
  });
});

test('an answer nested 100,000 levels deep does not crash the grader', async () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  const report = await gradeWith(code, () => ({ end: answered, answer: { calls: [ok(deep), ok(4)] } }));
  expect(report.groups[0]?.verdict.kind).toBe('invalidAnswer');
});

test('an aborted job stops before the next box', async () => {
  const control = new AbortController();
  const sandbox = new FakeSandbox((program) => {
    control.abort();
    return right(program);
  });
  await expect(grade(aJob(), code, sandbox, control.signal)).rejects.toThrow(/abort/i);
  expect(sandbox.programs).toHaveLength(1);
});

test('data of another kind than the question throws and gives no verdict', async () => {
  await expect(gradeWith({ ...code, data: MODEL }, right)).rejects.toThrow(/kind/);
});

describe('a query', () => {
  const table = (rows: unknown) => ({
    end: answered,
    answer: { columns: [{ name: 'n', type: 'bigint' }], rows, truncated: false },
  });
  test.each<[string, ReturnType<typeof table>, VerdictKind]>([
    ['correct rows', table([['2']]), 'passed'],
    ['wrong rows', table([['3']]), 'wrongAnswer'],
    ['cells that are not text', table([[2]]), 'invalidAnswer'],
    ['ragged rows', table([['2', '3']]), 'invalidAnswer'],
  ])('with %s', async (_name, reply, kind) => {
    expect((await gradeWith(sql, () => reply, 'sql')).verdict.kind).toBe(kind);
  });
  const failing = (isFailing: (program: SqlProgram) => boolean) =>
    gradeWith(
      sql,
      (program) => {
        const sqlError = { code: '22012', message: 'division by zero: secret', position: 3 };
        return isFailing(program as SqlProgram) ? { end: answered, answer: { sqlError } } : table([['2']]);
      },
      'sql',
    );
  test('that fails on hidden rows reveals only its error code', async () => {
    const report = await failing(({ tables }) => Object.keys(tables).length > 0);
    expect(report.verdict).toEqual({ kind: 'crashed', error: 'SQLSTATE 22012' });
  });
  test('that fails on empty tables too gets message and line', async () => {
    const report = await failing(() => true);
    expect(report.verdict).toMatchObject({ kind: 'crashed', detail: 'division by zero: secret', line: 1 });
    expect(report.groups).toMatchObject([{ passed: 0, total: 1 }]);
  });
});

const STATED = { entry: 'total', starter: '', cpuSeconds: 2, memoryMb: 64 } as const;

test.each<[Language, Partial<LanguageShown>, string, string]>([
  ['python', {}, 'python', 'main.py'],
  ['python', { packages: 'data' }, 'python', 'main.py'],
  ['python', { packages: 'none' }, 'python-plain', 'main.py'],
  ['r', {}, 'r', 'main.R'],
  ['javascript', {}, 'javascript', 'main.mjs'],
  ['typescript', {}, 'javascript', 'main.ts'],
])('a program in %s with %j runs in the profile %s, as %s', async (language, stated, profile, main) => {
  const { candidate, ...bundle } = aCodeBundle();
  const languages = { [language]: { ...STATED, ...stated, entry: `in_${language}` } };
  const sandbox = new FakeSandbox(right);
  const report = await grade(
    aJob(language),
    { ...code, bundle: { ...bundle, candidate: { ...candidate, languages } } },
    sandbox,
    signal,
  );
  expect(report.verdict).toEqual({ kind: 'passed' });
  expect(sandbox.programs[0]).toMatchObject({ profile, main, entry: `in_${language}`, files: { [main]: 'SOURCE' } });
});

test('a query runs on the server of its dialect, and may write if the question says so', async () => {
  const { candidate, ...bundle } = aSqlBundle();
  const languages = { sql: { ...STATED, entry: null, dialect: 'sqlite', mayWrite: true } } as const;
  const sandbox = new FakeSandbox(() => ({ end: answered, answer: { columns: [], rows: [], truncated: false } }));
  await grade(aJob('sql'), { ...sql, bundle: { ...bundle, candidate: { ...candidate, languages } } }, sandbox, signal);
  expect(sandbox.programs[0]).toMatchObject({ profile: 'sqlite', mayWrite: true });
  await grade(aJob('sql'), sql, sandbox, signal);
  expect(sandbox.programs.at(-1)).toMatchObject({ profile: 'postgresql', mayWrite: false });
});

test('an error of SQLite keeps its name, which is not an SQLSTATE', async () => {
  const reply = () => ({ end: answered, answer: { sqlError: { code: 'SQLITE_ERROR', message: 'no such column: x' } } });
  const { verdict } = await gradeWith(sql, reply, 'sql');
  expect(verdict).toEqual({ kind: 'crashed', error: 'SQLITE_ERROR', detail: 'no such column: x' });
});
