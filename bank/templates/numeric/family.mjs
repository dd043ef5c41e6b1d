/** Pure: the same rng gives the same question. `wrong` holds the numbers that known mistakes lead to. */
export function make(rng) {
  const found = rng.int(10, 90);
  const missed = rng.int(5, 60);
  const value = (100 * found) / (found + missed);
  return {
    shown: { found, missed },
    answer: { value, absTol: 0.1 },
    wrong: [
      { value: (100 * missed) / (found + missed), misconception: 'precision-recall-swapped' },
      { value: (100 * missed) / found, misconception: 'odds-as-probability' },
    ],
    explained: { all: found + missed, answer: value.toFixed(1) },
  };
}
