const gain = (grade) => 2 ** grade - 1;
const dcg = (grades, gainOf = gain, discount = (rank) => Math.log2(rank + 1)) =>
  grades.reduce((sum, grade, index) => sum + gainOf(grade) / discount(index + 1), 0);
const best = (grades) => [...grades].sort((a, b) => b - a);

/** Six graded results whose best ones are not all on top. */
export function make(rng) {
  const grades = [0, 1, 2, 3, 4, 5].map(() => rng.int(0, 3));
  const k = rng.pick([3, 4]);
  const low = rng.int(0, k - 1);
  grades[low] = rng.int(0, 1);
  grades[rng.int(k, 5)] = 3;
  grades[low === 0 ? 1 : 0] = rng.int(1, 3);
  const shown = grades.slice(0, k);
  const ideal = dcg(best(grades).slice(0, k));
  const value = dcg(shown) / ideal;
  const offByOne = (rank) => (rank === 1 ? 1 : Math.log2(rank));
  const linear = (grade) => grade;
  return {
    shown: { g1: grades[0], g2: grades[1], g3: grades[2], g4: grades[3], g5: grades[4], g6: grades[5], k },
    answer: { value, absTol: 0.001 },
    wrong: [
      { value: dcg(shown) / dcg(best(shown)), misconception: 'ideal-of-shown-only' },
      { value: dcg(shown, gain, offByOne) / dcg(best(grades).slice(0, k), gain, offByOne), misconception: 'log-off-by-one' },
      { value: dcg(shown, linear) / dcg(best(grades).slice(0, k), linear), misconception: 'linear-gain' },
      { value: dcg(grades) / dcg(best(grades)), misconception: 'cutoff-ignored' },
    ],
    explained: { dcg: dcg(shown).toFixed(3), ideal: ideal.toFixed(3), order: best(grades).slice(0, k).join(', '), answer: value.toFixed(3) },
  };
}
