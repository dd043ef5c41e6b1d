import fc from 'fast-check';
import type { MetricName } from '@holdout/bank';
import { rngOf } from '@holdout/bank';
import { bootstrap } from './bootstrap';
import { checkPredicted, checkTruth } from './check-metric';
import { metricOf } from './metrics';
import { scoredOf } from './scored';

const labels = [0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0];
const scores = [0.1, 0.9, 0.4, 0.4, 0.4, 0.8, 0.2, 0.1, 0.9, 0.3, 0.6, 0.6];
const weights = [1, 2, 0, 1, 3, 1, 1, 0, 2, 1, 1, 1];
const values = [3, -0.5, 2, 7, 1.5];
const guesses = [2.5, 0, 2, 8, -1];
const classes = [0, 1, 2, 0, 1, 2, 2];
const named = [0, 2, 1, 0, 0, 1, 3];

type Row = readonly [MetricName, readonly number[], readonly number[], readonly number[] | null, number];

// Expected values: scikit-learn 1.2.1 with numpy 1.24.2, the weights as sample_weight.
const PUBLISHED: readonly Row[] = [
  ['average_precision', labels, scores, null, 0.5366666666666666],
  ['average_precision', labels, scores, weights, 0.5829313543599257],
  ['average_precision', labels, scores.map((score) => 1 - score), null, 0.3871428571428571],
  ['roc_auc', labels, scores, null, 0.6428571428571428],
  ['roc_auc', labels, scores, weights, 0.653061224489796],
  ['roc_auc', labels, scores.map((score) => 1 - score), null, 0.3571428571428572],
  ['log_loss', labels, scores, null, 0.7486592999097649],
  ['log_loss', labels, scores, weights, 0.7436448538969517],
  ['log_loss', [0, 1, 1], [0, 1, 0], null, 12.014551129705717],
  ['mae', values, guesses, null, 0.9],
  ['mae', values, guesses, [1, 0, 2, 3, 1], 0.8571428571428571],
  ['rmse', values, guesses, null, 1.2449899597988732],
  ['rmse', values, guesses, [1, 0, 2, 3, 1], 1.164964745021435],
  ['accuracy', classes, named, null, 0.2857142857142857],
  ['accuracy', classes, named, [1, 2, 1, 0, 3, 1, 1], 0.1111111111111111],
  ['f1_macro', classes, named, null, 0.2],
  ['f1_macro', classes, named, [1, 2, 1, 0, 3, 1, 1], 0.1],
];

test.each(PUBLISHED.map((row, index) => ({ name: row[0], index })))(
  '$name is scikit-learn’s (row $index)',
  ({ index }) => {
    const [name, truth, predicted, given, expected] = PUBLISHED[index] as Row;
    const value = metricOf({ name })(scoredOf(truth, predicted), given ?? truth.map(() => 1));
    expect(value).toBeCloseTo(expected, 12);
  },
);

test('ranking metrics do not depend on the order of rows', () => {
  const aRow = fc.record({ truth: fc.constantFrom(0, 1), predicted: fc.constantFrom(0.1, 0.2, 0.3, 0.4) });
  const valueOf = (name: MetricName, rows: readonly { truth: number; predicted: number }[]): number =>
    metricOf({ name })(
      scoredOf(
        rows.map(({ truth }) => truth),
        rows.map(({ predicted }) => predicted),
      ),
      rows.map(() => 1),
    );
  fc.assert(
    fc.property(
      fc.array(aRow).map((rows) => [...rows, { truth: 0, predicted: 0.2 }, { truth: 1, predicted: 0.3 }]),
      fc.stringMatching(/^[0-9a-f]{8}$/),
      (rows, seed) => {
        const moved = rngOf(seed).shuffle(rows);
        for (const name of ['average_precision', 'roc_auc'] as const) {
          expect(valueOf(name, moved)).toBeCloseTo(valueOf(name, rows), 10);
        }
      },
    ),
  );
});

test('a weight of two equals the row twice', () => {
  const twice = [...labels, ...labels];
  const value = metricOf({ name: 'average_precision' })(
    scoredOf(twice, [...scores, ...scores]),
    twice.map(() => 1),
  );
  expect(
    metricOf({ name: 'average_precision' })(
      scoredOf(labels, scores),
      labels.map(() => 2),
    ),
  ).toBeCloseTo(value, 12);
});

test('a truth or prediction on which the metric is undefined is refused with the reason', () => {
  expect(checkTruth({ name: 'roc_auc' }, [1, 1])).toMatch(/both classes/);
  expect(checkTruth({ name: 'roc_auc' }, [0, 2])).toMatch(/0 and 1/);
  expect(checkTruth({ name: 'mae' }, [0, 2])).toBeNull();
  expect(checkPredicted({ name: 'log_loss' }, [0.5, 1.5])).toMatch(/from 0 to 1/);
  expect(checkPredicted({ name: 'roc_auc' }, [0.5, 1.5])).toBeNull();
});

describe('the bootstrap', () => {
  const mean = metricOf({ name: 'mae' });
  const errors = Array.from({ length: 400 }, (_, row) => (row % 20) / 10);
  const scored = scoredOf(
    errors.map(() => 0),
    errors,
  );

  test('gives the interval that the standard error of a mean predicts', async () => {
    const { low, high, innerLow, innerHigh, n } = await bootstrap(scored, mean, null, rngOf('0a'));
    const average = 0.95;
    const standardError = Math.sqrt(errors.reduce((sum, error) => sum + (error - average) ** 2, 0)) / errors.length;
    expect(n).toBe(400);
    expect((high - low) / (2 * 1.96 * standardError)).toBeCloseTo(1, 0);
    expect((innerHigh - innerLow) / (2 * 0.6745 * standardError)).toBeCloseTo(1, 0);
    expect([low, innerLow, innerHigh, high]).toEqual([low, innerLow, innerHigh, high].sort((a, b) => a - b));
  });

  test('is wider if rows of a group are resampled together', async () => {
    const byValue = await bootstrap(scored, mean, errors.map(String), rngOf('0a'));
    const byRow = await bootstrap(scored, mean, null, rngOf('0a'));
    expect(byValue.n).toBe(20);
    expect(byValue.high - byValue.low).toBeGreaterThan(2 * (byRow.high - byRow.low));
  });

  test('is the same for the same seed', async () => {
    const first = await bootstrap(scored, mean, null, rngOf('0b'));
    expect(await bootstrap(scored, mean, null, rngOf('0b'))).toEqual(first);
  });

  test('yields to the event loop', async () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => row % 7);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await bootstrap(scoredOf(rows, rows), mean, null, rngOf('0d'));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test('discards resamples on which the metric is undefined', async () => {
    const { low, high } = await bootstrap(
      scoredOf([1, 0, 0], [0.9, 0.1, 0.2]),
      metricOf({ name: 'roc_auc' }),
      null,
      rngOf('0c'),
    );
    expect([low, high]).toEqual([1, 1]);
  });
});
