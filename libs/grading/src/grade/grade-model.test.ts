import type { End, Program } from '@holdout/sandbox';
import { FakeSandbox } from '@holdout/sandbox';
import { grade } from './grade';
import type { GradeJob } from '../contract/job';
import type { Material } from '../contract/material';
import type { GradeReport } from '../contract/report';
import { MODEL, aModelBundle } from './test-bundles';

const dataHash = 'ab'.repeat(32);
const aJob = (): GradeJob => ({
  kind: 'grade',
  submissionId: 's',
  bundleHash: 'b',
  scope: 'practice',
  language: 'python',
  source: 'SOURCE',
});
const signal = new AbortController().signal;
const answered: End = { kind: 'answered' };
const model: Material = { bundle: aModelBundle(), data: MODEL, dataHash };

const ok = (value: unknown) => ({ ok: true, value });
const gradeWith = (material: Material, reply: (program: Program, index: number) => { end: End; answer?: unknown }) =>
  grade(aJob(), material, new FakeSandbox(reply), signal);

describe('a model', () => {
  const predicts = (value: unknown): Promise<GradeReport> =>
    gradeWith(model, () => ({ end: answered, answer: { calls: [ok(value)] } }));
  test('that ranks well passes, with a reproducible interval', async () => {
    const report = await predicts([0.1, 0.9, 0.2, 0.8]);
    expect(report.verdict.kind).toBe('passed');
    expect(report.metric).toMatchObject({ value: 1, n: 4, unit: 'rows', pass: 0.9, baseline: 0.6, reference: 0.97 });
    expect(await predicts([0.1, 0.9, 0.2, 0.8])).toEqual(report);
  });
  test('that ranks badly does not reach the pass line, and its metric is reported', async () => {
    const report = await predicts([0.9, 0.1, 0.8, 0.2]);
    expect(report.verdict).toEqual({ kind: 'wrongAnswer', hint: 'the metric did not reach the pass line' });
    expect(report.metric?.value).toBeCloseTo(5 / 12, 12);
  });
  test.each<[string, unknown, RegExp]>([
    ['too few numbers', [1, 2, 3], /^Expected 4 numbers, got a different count\.$/],
    ['NaN', [1, 2, { $: 'float', value: 'nan' }, 4], /^Expected 4 finite numbers, one per row of test\.$/],
    ['a string', [1, 'x', 3, 4], /one per row of test\.$/],
    ['one number', 1, /Expected 4 finite numbers, one per row/],
    [
      'two columns',
      { $: 'array', dtype: 'f', shape: [4, 2], values: [1, 2, 3, 4, 5, 6, 7, 8] },
      /one per row of test\.$/,
    ],
  ])('that returns %s is invalid', async (_name, value, reason) => {
    expect((await predicts(value)).verdict).toEqual({
      kind: 'invalidAnswer',
      reason: expect.stringMatching(reason) as string,
    });
  });
  test.each<[string, unknown]>([
    ['a column vector', { $: 'array', dtype: 'f', shape: [4, 1], values: [0.1, 0.9, 0.2, 0.8] }],
    ['a Series', { $: 'series', name: null, dtype: 'f', index: [9, 8, 7, 6], values: [0.1, 0.9, 0.2, 0.8] }],
    ['booleans', [false, true, false, true]],
  ])('may return %s', async (_name, value) => {
    expect((await predicts(value)).verdict.kind).toBe('passed');
  });
  test('whose error overflows is invalid, and has no metric', async () => {
    const bundle = aModelBundle();
    const metric = { ...bundle.candidate.metric, name: 'rmse' as const };
    const squared = { ...model, bundle: { ...bundle, candidate: { ...bundle.candidate, metric } } };
    const huge = ok([1e200, 1e200, 1e200, 1e200]);
    const report = await gradeWith(squared, () => ({ end: answered, answer: { calls: [huge] } }));
    expect(report).toMatchObject({ verdict: { kind: 'invalidAnswer' }, metric: null });
  });
  describe('with three seeds', () => {
    const bundle = aModelBundle();
    const runs = { count: 3, maxSpread: 0.2 } as const;
    const thrice: Material = { ...model, bundle: { ...bundle, candidate: { ...bundle.candidate, runs } } };
    /** Average precisions 1, 0.8333 and 0.4167. */
    const [best, middle, worst] = [
      [0.1, 0.9, 0.2, 0.8],
      [0.1, 0.9, 0.5, 0.2],
      [0.9, 0.1, 0.8, 0.2],
    ];
    const inTurn = (answers: readonly unknown[]) => (_program: Program, index: number) => ({
      end: answered,
      answer: { calls: [ok(answers[index])] },
    });
    test('counts the median run and reports the range of the runs', async () => {
      const report = await gradeWith(thrice, inTurn([worst, best, middle]));
      expect(report.metric?.value).toBeCloseTo(5 / 6, 12);
      expect(report.metric?.spread).toBeCloseTo(7 / 12, 12);
      expect(report.metric).toMatchObject({ maxSpread: 0.2 });
    });
    test('passes when the runs agree, and not when they differ by more than is allowed', async () => {
      expect((await gradeWith(thrice, inTurn([best, best, best]))).verdict.kind).toBe('passed');
      const apart = await gradeWith(thrice, inTurn([best, worst, best]));
      expect(apart.metric?.value).toBe(1);
      expect(apart.verdict).toEqual({ kind: 'wrongAnswer', hint: expect.stringContaining('fixed seed') as string });
    });
    test('stops at a run that fails', async () => {
      const sandbox = new FakeSandbox(inTurn([best, [1], best]));
      const report = await grade(aJob(), thrice, sandbox, signal);
      expect(report).toMatchObject({ verdict: { kind: 'invalidAnswer' }, metric: null });
      expect(sandbox.programs).toHaveLength(2);
    });
  });
  test('that reaches the pass line and fails a guard does not pass, and the guard is named', async () => {
    const bundle = aModelBundle();
    const guard = {
      title: 'Letters blocked',
      name: 'false_positive_rate',
      threshold: 0.5,
      slice: 'letters',
      limit: 0.2,
    } as const;
    const guarded: Material = {
      bundle: { ...bundle, candidate: { ...bundle.candidate, guards: [guard] } },
      data: { ...MODEL, slices: { letters: [true, false, false, false] } },
      dataHash,
    };
    const of = (value: unknown) => gradeWith(guarded, () => ({ end: answered, answer: { calls: [ok(value)] } }));
    const broken = await of([0.6, 0.9, 0.1, 0.8]);
    expect(broken.metric).toMatchObject({ value: 1, guards: [{ title: 'Letters blocked', value: 1, isKept: false }] });
    expect(broken.verdict).toMatchObject({
      kind: 'wrongAnswer',
      hint: expect.stringContaining('"Letters blocked"') as string,
    });
    expect((await of([0.1, 0.9, 0.6, 0.8])).verdict.kind).toBe('passed');
  });
  test('counts resampled groups in the question’s own unit', async () => {
    const material: Material = {
      bundle: aModelBundle('group:fault episode'),
      data: { ...MODEL, resampleBy: [1, 1, 2, 2] },
      dataHash,
    };
    const report = await gradeWith(material, () => ({ end: answered, answer: { calls: [ok([0, 1, 0, 1])] } }));
    expect(report.metric).toMatchObject({ n: 2, unit: 'fault episode' });
  });
});
