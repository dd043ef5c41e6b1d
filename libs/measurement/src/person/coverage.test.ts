import { formStatistics } from '../classical/form-statistics';
import { sumsOf } from '../classical/test-lsat';
import { seededRandom } from '../test-random';
import { scoreBand } from './score-band';

/*
 * A check of the error rule itself (ADR 0039) by simulation: persons with normal abilities take 30 items of different difficulty, whose
 * errors are not those of the binomial, and the true score is known. Deterministic: the seed is fixed.
 */
const next = seededRandom(11);
const difficulties = Array.from({ length: 30 }, (_, item) => (3 * item) / 29 - 1.5);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

function person(): { readonly trueScore: number; readonly row: readonly number[] } {
  const ability = normal();
  const shares = difficulties.map((difficulty) => 1 / (1 + Math.exp(1.2 * (difficulty - ability))));
  return {
    trueScore: (100 * shares.reduce((sum, share) => sum + share, 0)) / 30,
    row: shares.map((share) => Number(next() < share)),
  };
}

const form = formStatistics(sumsOf(Array.from({ length: 200 }, () => person().row)));
const persons = Array.from({ length: 6000 }, person);

function coverage(scale: Parameters<typeof scoreBand>[1], of: typeof persons): { outer: number; inner: number } {
  let [outer, inner] = [0, 0];
  for (const { trueScore, row } of of) {
    const band = scoreBand(
      row.map((earned) => ({ earned, possible: 1, pending: 0, weight: 1 })),
      scale,
    );
    if (band.kind !== 'score') throw new Error(band.reason);
    outer += Number(band.low <= trueScore && trueScore <= band.high);
    inner += Number(band.innerLow <= trueScore && trueScore <= band.innerHigh);
  }
  return { outer: outer / of.length, inner: inner / of.length };
}

test('with the error of a group, the 95 % band contains the true score of about 95 % and the 50 % band of about half', () => {
  if (form.kind !== 'form') throw new Error(form.kind);
  const { outer, inner } = coverage(form.errorScale, persons);
  expect(Math.abs(outer - 0.95)).toBeLessThan(0.015);
  expect(Math.abs(inner - 0.5)).toBeLessThan(0.03);
});

test('near the top of the scale as well', () => {
  if (form.kind !== 'form') throw new Error(form.kind);
  const top = persons.filter(({ trueScore }) => trueScore > 80);
  expect(top.length).toBeGreaterThan(400);
  expect(coverage(form.errorScale, top).outer).toBeGreaterThan(0.915);
});

test('with the error of the own items alone, the bands are on the safe side', () => {
  const { outer, inner } = coverage(null, persons);
  expect(outer).toBeGreaterThan(0.95);
  expect(inner).toBeGreaterThan(0.5);
});
