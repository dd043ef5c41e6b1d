import type { GuardShown, ModelBundle } from '@holdout/bank';
import type { CallProgram, Program, Run } from '@holdout/sandbox';
import { FakeSandbox } from '@holdout/sandbox';
import type { MaterializeJob } from '../contract/job';
import { materialize } from './materialize';
import { aModelBundle } from '../grade/test-bundles';

const job: MaterializeJob = {
  kind: 'materialize',
  bundleHash: 'b',
  scope: 'practice',
  publicSeed: '1',
  hiddenSeed: '9007199254740991',
};
const signal = new AbortController().signal;
type Reply = Pick<Run, 'end' | 'answer'>;
const values = (...each: unknown[]): Reply => ({
  end: { kind: 'answered' },
  answer: { calls: each.map((value) => ({ ok: true, value })) },
});
const isGenerator = (program: Program): boolean => program.profile === 'python' && program.root === 'author';

describe('a model', () => {
  const test4 = { $: 'dataframe', index: [0, 1, 2, 3], columns: [] };
  const made = { train: test4, test: test4, truth: [0, 1, 0, 1], resampleBy: null };
  const withPredictions = (data: unknown, predictions: unknown, baseline: unknown = [0, 0, 0, 0]): FakeSandbox =>
    new FakeSandbox((program) => {
      const { calls, files } = program as CallProgram;
      if (isGenerator(program)) return values(...calls.map(() => data));
      return values(files['main.py'] === 'BASELINE' ? baseline : predictions);
    });
  const guarded = (guard: GuardShown, resample?: string): ModelBundle => {
    const { candidate, ...rest } = aModelBundle(resample);
    return { ...rest, candidate: { ...candidate, guards: [guard] } };
  };
  const blocked = { title: 'Letters blocked', name: 'false_positive_rate', threshold: 0.5, limit: 0.4 } as const;

  test('stores the metrics of baseline and reference', async () => {
    const { hiddenData } = await materialize(job, aModelBundle(), withPredictions(made, [0, 1, 0, 1]), signal);
    expect(hiddenData).toMatchObject({ kind: 'model', truth: [0, 1, 0, 1], resampleBy: null, reference: 1 });
    expect(hiddenData).toMatchObject({ baseline: 0.5 });
  });
  test('whose baseline passes is refused', async () => {
    const sandbox = withPredictions(made, [0, 1, 0, 1], [0, 1, 0, 1]);
    await expect(materialize(job, aModelBundle(), sandbox, signal)).rejects.toThrow(/baseline reaches 1 .* passes/);
  });
  test('whose baseline fails is refused with the reason', async () => {
    const sandbox = withPredictions(made, [0, 1, 0, 1], 'x');
    await expect(materialize(job, aModelBundle(), sandbox, signal)).rejects.toThrow(
      /the baseline returned an invalid answer/,
    );
  });
  test('whose reference does not meet a guard is refused', async () => {
    const sandbox = withPredictions(made, [0.6, 0.9, 0.7, 0.8]);
    await expect(materialize(job, guarded(blocked), sandbox, signal)).rejects.toThrow(
      /does not meet the guard "Letters blocked"/,
    );
  });
  test('stores the slice of a guard', async () => {
    const slices = { letters: [true, false, false, false], unasked: [] };
    const sandbox = withPredictions({ ...made, slices }, [0.1, 0.9, 0.3, 0.8]);
    const { hiddenData } = await materialize(job, guarded({ ...blocked, slice: 'letters' }), sandbox, signal);
    expect(hiddenData).toMatchObject({ slices: { letters: [true, false, false, false] } });
    expect(JSON.stringify(hiddenData)).not.toContain('unasked');
  });
  test.each<[string, unknown, RegExp]>([
    ['no slices', made, /"slices" must be a dictionary/],
    ['a slice too short', { ...made, slices: { letters: [true] } }, /for "letters" a list of 4 booleans/],
    ['an empty slice', { ...made, slices: { letters: [false, false, false, false] } }, /one of them True/],
    [
      'a slice without negatives',
      { ...made, slices: { letters: [false, true, false, false] } },
      /"Letters blocked": false_positive_rate needs a row with the truth 0/,
    ],
  ])('with a guard and %s is refused', async (_name, data, message) => {
    const bundle = guarded({ ...blocked, slice: 'letters' });
    await expect(materialize(job, bundle, withPredictions(data, [0, 1, 0, 1]), signal)).rejects.toThrow(message);
  });
  test.each<[string, unknown, RegExp]>([
    ['no lists', { ...made, resampleBy: [1, 1, 2, 2] }, /"groups" must be a list of 4 keys/],
    [
      'lists that are resampled in parts',
      { ...made, resampleBy: [1, 1, 2, 2], groups: [1, 2, 2, 1] },
      /must have the same key/,
    ],
    [
      'a list without a relevant row',
      { ...made, truth: [0, 0, 3, 1], resampleBy: [1, 1, 2, 2], groups: [1, 1, 2, 2] },
      /one of them relevant/,
    ],
  ])('graded by lists with %s is refused', async (_name, data, message) => {
    const bundle = guarded({ title: 'First of all', name: 'ndcg', k: 1, by: 'query', limit: 0.1 }, 'group:query');
    const metric = { ...bundle.candidate.metric, name: 'ndcg' as const, k: 2, by: 'query' };
    const listed = { ...bundle, candidate: { ...bundle.candidate, metric } };
    await expect(materialize(job, listed, withPredictions(data, [0, 1, 0, 1]), signal)).rejects.toThrow(message);
  });
  test.each<[string, string, unknown, RegExp]>([
    ['a truth too short', 'rows', { ...made, truth: [0, 1] }, /4 finite numbers, one per row/],
    ['a truth of one class', 'rows', { ...made, truth: [0, 0, 0, 0] }, /both classes/],
    ['no rows', 'rows', { ...made, test: [] }, /"test" must be a DataFrame with rows/],
    ['no groups to resample', 'group:episode', made, /"resampleBy" must be a list of 4 keys/],
    [
      'groups that the question does not use',
      'rows',
      { ...made, resampleBy: [1, 1, 2, 2] },
      /does not use "resampleBy"; remove it/,
    ],
    ['groups too few', 'group:episode', { ...made, resampleBy: [1, 2] }, /4 strings or numbers/],
  ])('with %s is refused', async (_name, ...[resample, data, message]) => {
    await expect(materialize(job, aModelBundle(resample), withPredictions(data, [0, 1, 0, 1]), signal)).rejects.toThrow(
      message,
    );
  });
  test('whose reference does not pass is refused', async () => {
    await expect(materialize(job, aModelBundle(), withPredictions(made, [1, 0, 1, 0]), signal)).rejects.toThrow(
      /does not pass; the pass line is 0.9/,
    );
  });
});
