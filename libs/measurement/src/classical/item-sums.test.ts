import fc from 'fast-check';
import { formStatistics } from './form-statistics';
import { itemStatistics } from './item-statistics';
import { type ItemResponse, ItemSums, type ResponseState } from './item-sums';
import { seededRandom } from '../test-random';
import { LSAT6, personsOf, responsesOf, sumsOf } from './test-lsat';

const ROWS = personsOf(LSAT6);
const FIVE = ['0', '1', '2', '3', '4'].map((questionVersionId) => ({ questionVersionId, weight: 1 }));
const form = (sums: ItemSums) => {
  const statistics = formStatistics(sums);
  if (statistics.kind !== 'form') throw new Error(statistics.kind);
  return statistics;
};

test('removing a person who was added leaves the sums as they were', () => {
  const sums = sumsOf(ROWS);
  const before = sums.snapshot();
  sums.add(responsesOf([1, 0, 0, 1, 1]));
  expect(sums.complete).toBe(1001);
  sums.remove(responsesOf([1, 0, 0, 1, 1]));
  expect(sums.snapshot()).toEqual(before);
});

test('after thousands of changes of partial credit the statistics are those of the persons who are left', () => {
  const next = seededRandom(3);
  const person = () => [0, 1, 2, 3].map(() => Math.floor(4 * next()) / 3);
  const row = (shares: readonly number[]): ItemResponse[] =>
    shares.map((earned, item) => ({ ...answer(item, 'answered'), earned, possible: 1 }));
  const kept = Array.from({ length: 40 }, person);
  const sums = new ItemSums(FIVE.slice(0, 4));
  for (const shares of kept) sums.add(row(shares));
  for (let change = 0; change < 5000; change++) {
    const shares = person();
    sums.add(row(shares));
    sums.remove(row(shares));
  }
  const expected = new ItemSums(FIVE.slice(0, 4));
  for (const shares of kept) expected.add(row(shares));
  const [before, after] = [form(expected), form(sums)];
  if (before.alpha.kind !== 'estimate') throw new Error(before.alpha.kind);
  expect(after.alpha).toMatchObject({ value: expect.closeTo(before.alpha.value, 8), n: 40 });
  expect(after.mean).toBeCloseTo(before.mean, 8);
  expect(after.standardDeviation).toBeCloseTo(before.standardDeviation, 8);
});

test('parts that were counted separately and merged are the whole, also by way of JSON', () => {
  const [first, second] = [sumsOf(ROWS.slice(0, 400)), sumsOf(ROWS.slice(400))];
  const read = ItemSums.from(JSON.parse(JSON.stringify(first.snapshot())) as ReturnType<ItemSums['snapshot']>);
  read.merge(second);
  expect(read.snapshot()).toEqual(sumsOf(ROWS).snapshot());
});

test('sums of other items are not merged', () => {
  expect(() => sumsOf(ROWS).merge(new ItemSums(FIVE.slice(1)))).toThrow(RangeError);
  expect(() => sumsOf(ROWS).merge(new ItemSums(FIVE.toReversed()))).toThrow(RangeError);
});

test('maxima and a common weight change no statistic of the form', () => {
  const scaled = new ItemSums(FIVE.map((item) => ({ ...item, weight: 3 })));
  for (const row of ROWS)
    scaled.add(
      responsesOf(row).map((each, item) => ({ ...each, earned: each.earned * (item + 1), possible: item + 1 })),
    );
  expect(form(scaled).alpha).toMatchObject({ value: expect.closeTo(0.2949972, 7) });
  expect(form(scaled).standardError).toBeCloseTo(20 * 0.8690666, 5);
  expect(form(scaled).kr21).toBeCloseTo(0.1964412, 7);
});

test('weights count as if the item occurred that often in the total', () => {
  const weighted = new ItemSums(FIVE.map((item, index) => ({ ...item, weight: index === 2 ? 2 : 1 })));
  for (const row of ROWS) weighted.add(responsesOf(row));
  const totals = ROWS.map((row) => row.reduce((sum, x, index) => sum + (index === 2 ? 2 : 1) * x, 0));
  const mean = totals.reduce((sum, each) => sum + each, 0) / 1000;
  const variance = totals.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 999;
  expect(form(weighted).mean).toBeCloseTo((100 * mean) / 6, 9);
  expect(form(weighted).standardDeviation).toBeCloseTo((100 * Math.sqrt(variance)) / 6, 9);
  expect(form(weighted).kr21).toBeNull();
});

const answer = (item: number, state: ResponseState, earned = 0): ItemResponse => ({
  questionVersionId: String(item),
  earned,
  possible: 1,
  state,
});

test('omitted earns nothing and counts for the facility, not reached does not, missing by design is not there at all', () => {
  const sums = new ItemSums(FIVE.slice(0, 3));
  for (let person = 0; person < 20; person++) {
    const right = Number(person % 2 === 0);
    sums.add([answer(0, 'answered', right), answer(1, person < 5 ? 'omitted' : 'answered', person < 5 ? 0 : 1)]);
  }
  for (let person = 0; person < 20; person++)
    sums.add([answer(0, 'answered', 1), answer(2, person < 8 ? 'notReached' : 'answered', person < 8 ? 0 : 1)]);
  const [first, second, third] = itemStatistics(sums);
  expect(first).toMatchObject({ presented: 40, facility: { value: 0.75, n: 40 } });
  expect(second).toMatchObject({
    presented: 20,
    reached: 20,
    facility: { value: 0.75 },
    omitted: { value: 0.25, n: 20 },
  });
  expect(third).toMatchObject({
    presented: 20,
    reached: 12,
    facility: { value: 1 },
    notReached: { value: 0.4, n: 20 },
  });
  expect(sums.complete).toBe(0);
});

test('an answer that is not marked yet, and a withdrawn item, are missing', () => {
  const sums = new ItemSums(FIVE.slice(0, 2));
  for (let person = 0; person < 40; person++)
    sums.add([answer(0, 'answered', person % 2), answer(1, person < 39 ? 'answered' : 'awaiting', person % 2)]);
  expect(sums.complete).toBe(39);
  expect(itemStatistics(sums)[1]).toMatchObject({ presented: 39 });
});

test('an item that nobody reached has no figures, and leaves those of the others', () => {
  const sums = new ItemSums(FIVE);
  for (const row of ROWS.slice(0, 100)) sums.add([...responsesOf(row).slice(0, 4), answer(4, 'notReached')]);
  const last = itemStatistics(sums)[4];
  expect(last).toMatchObject({
    facility: { kind: 'tooFew', n: 0, needed: 10 },
    itemRest: { kind: 'tooFew', n: 0, needed: 30 },
    notReached: { value: 1, n: 100 },
  });
  expect(formStatistics(sums).kind).toBe('form');
});

test('one person, nobody, and no items give no figures', () => {
  const sums = new ItemSums(FIVE);
  expect(formStatistics(sums)).toEqual({ kind: 'tooFew', n: 0, needed: 30 });
  sums.add(responsesOf([1, 1, 0, 1, 0]));
  expect(formStatistics(sums)).toEqual({ kind: 'tooFew', n: 1, needed: 30 });
  for (const item of itemStatistics(sums)) {
    expect(item.facility).toEqual({ kind: 'tooFew', n: 1, needed: 10 });
    expect(item.itemRest.kind).toBe('tooFew');
  }
  expect(itemStatistics(new ItemSums([]))).toEqual([]);
  expect(formStatistics(new ItemSums([]))).toEqual({ kind: 'tooFew', n: 0, needed: 30 });
});

test.each([1, 0])('all with %d in everything have no variance, and a facility with an interval', (score) => {
  const sums = sumsOf(new Array<number[]>(50).fill(new Array<number>(5).fill(score)));
  expect(formStatistics(sums)).toEqual({ kind: 'noVariance', n: 50 });
  for (const { facility, itemRest } of itemStatistics(sums)) {
    expect(itemRest).toEqual({ kind: 'noVariance', n: 50 });
    if (facility.kind !== 'estimate') throw new Error(facility.kind);
    expect(facility.value).toBe(score);
    expect(facility.high - facility.low).toBeGreaterThan(0.05);
  }
});

test('one item has a mean, and no alpha', () => {
  const sums = sumsOf(ROWS.map((row) => row.slice(0, 1)));
  expect(form(sums)).toMatchObject({
    mean: 92.4,
    alpha: { kind: 'tooFew', n: 1, needed: 2 },
    standardError: null,
    errorScale: null,
  });
  expect(itemStatistics(sums)[0]?.itemRest).toMatchObject({ kind: 'tooFew', n: 0 });
});

test('two equal items have alpha 1 and no error of a group, so that a person’s error comes from the own items', () => {
  const sums = sumsOf(ROWS.map(([x = 0]) => [x, x]));
  expect(form(sums).alpha).toMatchObject({ value: expect.closeTo(1, 12) });
  expect(form(sums).errorScale).toBeNull();
});

test('the statistics of one skill are those of its items alone', () => {
  const all = formStatistics(sumsOf(ROWS), ['1', '3']);
  const alone = formStatistics(sumsOf(ROWS.map(([, x = 0, , y = 0]) => [x, y])));
  if (all.kind !== 'form' || alone.kind !== 'form') throw new Error('no form');
  expect(all.mean).toBeCloseTo(alone.mean, 9);
  expect(all.standardError).toBeCloseTo(alone.standardError ?? 0, 9);
});

/** Persons of a Rasch-like model from a seed. */
function simulated(persons: number, items: number): number[][] {
  const next = seededRandom(7);
  const difficulties = Array.from({ length: items }, (_, item) => (4 * item) / items - 2);
  return Array.from({ length: persons }, () => {
    const ability = next() + next() + next() + next() - 2;
    return difficulties.map((difficulty) => Number(next() < 1 / (1 + Math.exp(difficulty - 2 * ability))));
  });
}

/** Alpha by its definition, in two passes over the rows. */
function plainAlpha(rows: readonly (readonly number[])[]): number {
  const variance = (values: readonly number[]): number => {
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    return values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1);
  };
  const k = rows[0]?.length ?? 0;
  const items = Array.from({ length: k }, (_, item) => variance(rows.map((row) => row[item] ?? 0)));
  const total = variance(rows.map((row) => row.reduce((sum, each) => sum + each, 0)));
  return (k / (k - 1)) * (1 - items.reduce((sum, each) => sum + each, 0) / total);
}

test.each([
  [20_000, 40],
  [300, 200],
])('%i persons with %i items have the alpha of its definition, and every item its figures', (persons, items) => {
  const rows = simulated(persons, items);
  const sums = sumsOf(rows);
  const statistics = form(sums);
  expect(statistics.alpha).toMatchObject({ value: expect.closeTo(plainAlpha(rows), 9), n: persons });
  expect(statistics.errorScale?.factor).toBeLessThan(1);
  expect(itemStatistics(sums).every(({ itemRest }) => itemRest.kind === 'estimate')).toBe(true);
});

test('no statistic of any data is NaN or infinite, lambda-2 is at least alpha, and KR-20 at least KR-21', () => {
  const row = fc.tuple(...[0, 1, 2, 3].map(() => fc.nat(1)));
  fc.assert(
    fc.property(fc.array(row, { minLength: 30, maxLength: 60 }), (rows) => {
      const statistics = formStatistics(sumsOf(rows));
      const items = itemStatistics(sumsOf(rows));
      const numbers = JSON.stringify([statistics, items], (_key, value: unknown) =>
        typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
      );
      expect(numbers).not.toContain('broken');
      if (statistics.kind !== 'form' || statistics.alpha.kind !== 'estimate') return;
      expect(statistics.lambda2).toBeGreaterThanOrEqual(statistics.alpha.value - 1e-9);
      expect(statistics.kr21).toBeLessThanOrEqual(statistics.alpha.value + 1e-9);
    }),
  );
});

test('the error of a group is, on average over its persons, the standard error by alpha', () => {
  const rows = simulated(500, 20);
  const { errorScale, standardError } = form(sumsOf(rows));
  const variances = rows.map((each) => {
    const share = each.reduce((sum, x) => sum + x, 0) / 20;
    return (10_000 * (errorScale?.factor ?? 0) * share * (1 - share)) / 19;
  });
  const mean = variances.reduce((sum, each) => sum + each, 0) / 500;
  // The standard deviation in the standard error has the divisor n - 1.
  expect(mean).toBeCloseTo(((standardError ?? 0) ** 2 * 499) / 500, 9);
});
