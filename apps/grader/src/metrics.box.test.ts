import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MetricSpec } from '@holdout/bank';
import { rngOf } from '@holdout/bank';
import { binariesFor } from '@holdout/embedded-postgres';
import type { Key } from '@holdout/grading';
import { metricOf, scoredOf } from '@holdout/grading';
import type { CallAnswer, Sandbox, Value } from '@holdout/sandbox';
import { createSandbox } from '@holdout/sandbox-driver';

/**
 * The same metrics once more: scikit-learn's where it has them, else written out in Python from their definition. Weights
 * are redraws of rows, or of whole groups for metrics by groups, so that a row's weight is how often it is there.
 */
const ORACLE = `
import math
import numpy
from sklearn import metrics


def repeated(values, weights):
    return [value for value, weight in zip(values, weights) for _ in range(int(weight))]


def ndcg(truth, predicted, weights, groups, k):
    values, sizes = [], []
    for group in sorted(set(groups)):
        rows = [row for row, key in enumerate(groups) if key == group]
        one = metrics.ndcg_score([[truth[row] for row in rows]], [[predicted[row] for row in rows]], k=k)
        values.append(one)
        sizes.append(weights[rows[0]])
    return numpy.average(values, weights=sizes)


def recall_at_capacity(truth, predicted, weights, groups, capacity):
    found = positives = 0
    for group in sorted(set(groups)):
        rows = [row for row, key in enumerate(groups) if key == group]
        weight = weights[rows[0]]
        # Ties for the last places are broken in all ways at once: each counts by its chance of a place.
        for row in rows:
            above = sum(predicted[other] > predicted[row] for other in rows)
            tied = sum(predicted[other] == predicted[row] for other in rows)
            chance = min(1, max(0, capacity - above) / tied)
            found += weight * truth[row] * chance
            positives += weight * truth[row]
    return found / positives


def calibration_error(truth, predicted, bins):
    error = 0
    for number in range(1, bins + 1):
        low, high = (number - 1) / bins, number / bins
        rows = [row for row, p in enumerate(predicted) if low < p <= high or (number == 1 and p == 0)]
        if rows:
            gap = abs(sum(truth[row] for row in rows) / len(rows) - sum(predicted[row] for row in rows) / len(rows))
            error += gap * len(rows) / len(truth)
    return error


def value_of(name, truth, predicted, weights, groups, parameters):
    w = {"sample_weight": weights}
    if name == "ndcg":
        return ndcg(truth, predicted, weights, groups, parameters["k"])
    if name == "recall_at_capacity":
        return recall_at_capacity(truth, predicted, weights, groups, parameters["capacity"])
    if name == "calibration_error":
        return calibration_error(repeated(truth, weights), repeated(predicted, weights), parameters["bins"])
    if name == "false_positive_rate":
        alarms = [p >= parameters["threshold"] for p in predicted]
        (negatives, wrong), _ = metrics.confusion_matrix(truth, alarms, labels=[0, 1], **w)
        return wrong / (negatives + wrong)
    if name == "pinball":
        return metrics.mean_pinball_loss(truth, predicted, alpha=parameters["quantile"], **w)
    if name == "rmse":
        return metrics.mean_squared_error(truth, predicted, squared=False, **w)
    if name == "f1_macro":
        kept = [row for row, weight in enumerate(weights) if weight > 0]
        pick = lambda values: [values[row] for row in kept]
        return metrics.f1_score(pick(truth), pick(predicted), average="macro", sample_weight=pick(weights))
    return {
        "average_precision": metrics.average_precision_score,
        "roc_auc": metrics.roc_auc_score,
        "mae": metrics.mean_absolute_error,
        "accuracy": metrics.accuracy_score,
        "log_loss": metrics.log_loss,
        "r2": metrics.r2_score,
    }[name](truth, predicted, **w)


def act(cases):
    return [float(value_of(*case)) for case in cases]
`;

type Like = 'classes' | 'values' | 'grades' | 'labels';
type Example = {
  readonly truth: readonly number[];
  readonly predicted: readonly number[];
  readonly weights: readonly number[];
  readonly groups: readonly Key[];
};

const GROUPS = 6;
const MOST: Readonly<Record<Like, number>> = { classes: 1, labels: 2, grades: 3, values: 0 };

/** Sixty rows in six groups with many ties; weights as in a resample of rows or of whole groups. */
function exampleOf(seed: string, like: Like, isByGroup: boolean): Example {
  const rng = rngOf(seed);
  const rows = Array.from({ length: 60 }, (_, row) => row);
  const groups = rows.map((row) => row % GROUPS);
  // The first two rows of each group have both classes, and are in every resample.
  const truthOf = (row: number): number => (row < 2 * GROUPS ? Math.floor(row / GROUPS) : rng.int(0, MOST[like]));
  const truth = rows.map((row) => (like === 'values' ? rng.int(-50, 50) / 7 : truthOf(row)));
  const guesses: Readonly<Record<Like, (row: number) => number>> = {
    classes: () => rng.int(0, 20) / 20,
    grades: () => rng.int(0, 20) / 20,
    labels: () => rng.int(0, 3),
    values: (row) => (truth[row] ?? 0) + rng.int(-20, 20) / 9,
  };
  const predicted = rows.map(guesses[like]);
  const drawn = rows.map((row) => rng.int(row < 2 * GROUPS ? 1 : 0, 3));
  const weights = rows.map((row) => drawn[isByGroup ? row % GROUPS : row] ?? 0);
  return { truth, predicted, weights, groups };
}

const METRICS: readonly (readonly [MetricSpec, Like, boolean])[] = [
  [{ name: 'average_precision' }, 'classes', false],
  [{ name: 'roc_auc' }, 'classes', false],
  [{ name: 'log_loss' }, 'classes', false],
  [{ name: 'mae' }, 'values', false],
  [{ name: 'rmse' }, 'values', false],
  [{ name: 'r2' }, 'values', false],
  [{ name: 'accuracy' }, 'labels', false],
  [{ name: 'f1_macro' }, 'labels', false],
  [{ name: 'pinball', quantile: 0.1 }, 'values', false],
  [{ name: 'pinball', quantile: 0.75 }, 'values', false],
  [{ name: 'ndcg', k: 3, by: 'query' }, 'grades', true],
  [{ name: 'ndcg', k: 10, by: 'query' }, 'grades', true],
  [{ name: 'recall_at_capacity', capacity: 1, by: 'day' }, 'classes', true],
  [{ name: 'recall_at_capacity', capacity: 4, by: 'day' }, 'classes', true],
  [{ name: 'calibration_error', bins: 10 }, 'classes', false],
  [{ name: 'calibration_error', bins: 15 }, 'classes', false],
  [{ name: 'false_positive_rate', threshold: 0.5 }, 'classes', false],
];

let scratchDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  scratchDir = mkdtempSync(join(tmpdir(), 'holdout-metrics-'));
  const postgresBinaries = binariesFor(process.cwd(), null);
  sandbox = await createSandbox({ scratchDir, nodeBinary: process.execPath, postgresBinaries });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(scratchDir, { recursive: true, force: true });
});

async function oracle(cases: readonly Value[]): Promise<readonly Value[]> {
  const run = await sandbox.run(
    {
      profile: 'python',
      root: 'candidate',
      datasets: [],
      files: { 'oracle.py': ORACLE },
      main: 'oracle.py',
      entry: 'act',
      calls: [[cases]],
      limits: { cpuMs: 60_000, wallMs: 120_000, memoryBytes: 512 * 1024 * 1024, outputBytes: 1024 * 1024 },
    },
    new AbortController().signal,
  );
  const answer = run.answer as CallAnswer | undefined;
  const call = answer !== undefined && 'calls' in answer ? answer.calls[0] : undefined;
  if (call?.ok !== true) throw new Error(JSON.stringify(run));
  return call.value as readonly Value[];
}

test('every metric agrees with its second definition on twenty examples with ties and resampled rows', async () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => (seed + 16).toString(16));
  const examples = METRICS.flatMap(([spec, like, isByGroup]) =>
    seeds.map((seed) => ({ spec, seed, ...exampleOf(seed, like, isByGroup) })),
  );
  const expected = await oracle(
    examples.map(({ spec: { name, by: _by, ...parameters }, truth, predicted, weights, groups }) => [
      name,
      truth,
      predicted,
      weights,
      groups,
      Object.fromEntries(
        Object.entries(parameters).flatMap(([key, each]) => (each === undefined ? [] : [[key, each]])),
      ),
    ]),
  );
  const apart = examples.flatMap(({ spec, seed, truth, predicted, weights, groups }, index) => {
    const value = metricOf(spec)(scoredOf(truth, predicted, spec.by === undefined ? null : groups), weights);
    return Math.abs(value - Number(expected[index])) < 1e-10 ? [] : [{ spec, seed, value, expected: expected[index] }];
  });
  expect(apart).toEqual([]);
  expect(new Set(expected).size).toBeGreaterThan(seeds.length * 10);
});

test('runs of one program have different random states', async () => {
  const program = {
    profile: 'python',
    root: 'candidate',
    datasets: [],
    files: { 'dice.py': 'import numpy, random\n\ndef act():\n    return [numpy.random.rand(), random.random()]\n' },
    main: 'dice.py',
    entry: 'act',
    calls: [[]],
    limits: { cpuMs: 10_000, wallMs: 30_000, memoryBytes: 256 * 1024 * 1024, outputBytes: 1024 * 1024 },
  } as const;
  const numbers: unknown[] = [];
  for (let count = 0; count < 3; count++) {
    const { answer } = await sandbox.run(program, new AbortController().signal);
    const { calls } = answer as { readonly calls: readonly { readonly value: readonly number[] }[] };
    numbers.push(...(calls[0]?.value ?? []));
  }
  expect(numbers).toHaveLength(6);
  expect(new Set(numbers).size).toBe(6);
});
