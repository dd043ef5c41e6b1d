/** How far apart two levels are: whether they differ; by their ranks; by their difference; relative to their sum. */
export type LevelMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** How often each value occurs in a unit, by the place of the value in `Coincidences.values`, and the number of its marks. */
export type UnitValues = { readonly counts: readonly number[]; readonly marks: number };

/** The distinct values in ascending order, and the units with two marks or more. */
export type Coincidences = { readonly values: readonly number[]; readonly units: readonly UnitValues[] };

/** Reads units of levels; null is a missing mark. */
export function coincidencesOf(units: readonly (readonly (number | null)[])[]): Coincidences {
  const levels = units.map((unit) => unit.filter((level) => level !== null)).filter(({ length }) => length > 1);
  const values = [...new Set(levels.flat())].sort((a, b) => a - b);
  return {
    values,
    units: levels.map((unit) => ({
      counts: values.map((value) => unit.filter((level) => level === value).length),
      marks: unit.length,
    })),
  };
}

export type Disagreements = {
  readonly observed: number;
  readonly expected: number;
  /** The smallest disagreement between two different values, as a share of units: what one such pair of marks adds. */
  readonly smallest: number;
};

/**
 * Observed and expected disagreement when unit u counts `times[u]` times: the mean squared distance of pairs of marks within units,
 * each unit counting by its number of marks, and of pairs of all marks. 0 and 0 if nothing is drawn.
 */
export function disagreements(
  { values, units }: Coincidences,
  times: Float64Array,
  metric: LevelMetric,
): Disagreements {
  const k = values.length;
  const coincidences = new Float64Array(k * k);
  const totals = new Float64Array(k);
  for (const [unit, { counts, marks }] of units.entries()) {
    const factor = times[unit] ?? 0;
    if (factor > 0) addUnit(coincidences, totals, { counts, marks, factor });
  }
  const distance = distanceOf(metric, values, totals);
  const all = totals.reduce((sum, total) => sum + total, 0);
  let [observed, expected, smallest] = [0, 0, Infinity];
  for (let a = 0; a < k; a++) {
    for (let b = a + 1; b < k; b++) {
      const squared = distance(a, b) ** 2;
      observed += (2 * at(coincidences, a * k + b) * squared) / all;
      expected += (2 * at(totals, a) * at(totals, b) * squared) / (all * (all - 1));
      if (squared > 0) smallest = Math.min(smallest, squared);
    }
  }
  return { observed, expected, smallest };
}

type CountedUnit = UnitValues & { readonly factor: number };

function addUnit(coincidences: Float64Array, totals: Float64Array, { counts, marks, factor }: CountedUnit): void {
  const k = counts.length;
  for (const [a, ofA] of counts.entries()) {
    if (ofA === 0) continue;
    totals[a] = at(totals, a) + factor * ofA;
    for (let b = a + 1; b < k; b++) {
      const pairs = (factor * ofA * (counts[b] ?? 0)) / (marks - 1);
      coincidences[a * k + b] = at(coincidences, a * k + b) + pairs;
    }
  }
}

/** The distance of the values at places a < b. */
function distanceOf(
  metric: LevelMetric,
  values: readonly number[],
  totals: Float64Array,
): (a: number, b: number) => number {
  const value = (place: number): number => values[place] ?? 0;
  switch (metric) {
    case 'nominal':
      return () => 1;
    case 'ordinal':
      return (a, b) =>
        totals.slice(a, b + 1).reduce((sum, total) => sum + total, 0) - (at(totals, a) + at(totals, b)) / 2;
    case 'interval':
      return (a, b) => value(b) - value(a);
    case 'ratio':
      return (a, b) => (value(a) + value(b) === 0 ? 0 : (value(b) - value(a)) / (value(a) + value(b)));
  }
}

const at = (array: Float64Array, index: number): number => array[index] ?? 0;
