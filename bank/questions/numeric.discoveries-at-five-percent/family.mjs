const limit = (place) => place / 200;
const four = (number) => Number(number.toFixed(4));

/** A number of four decimals between two others, not too near to either. */
const between = (rng, low, high) => four(low + (high - low) * rng.real(0.1, 0.9));

/** A list that misses its limits at one or two places and keeps a later one. */
export function make(rng) {
  const last = rng.int(4, 8);
  const miss = rng.int(3, last - 1);
  const misses = miss + 1 < last && rng.int(0, 1) === 1 ? [miss, miss + 1] : [miss];
  const p = [];
  for (let place = 1; place <= 10; place++) {
    const before = p.at(-1) ?? 0;
    if (misses.includes(place)) p.push(between(rng, Math.max(before, limit(place)), limit(misses.at(-1) + 1)));
    else if (place <= last) p.push(between(rng, place === 2 ? Math.max(before, 0.0055) : before, limit(place)));
    else if (place === last + 1) p.push(between(rng, Math.max(before, limit(place)), 0.05));
    else p.push(between(rng, Math.max(before, 0.051), before < 0.05 ? 0.3 : Math.min(1, before + 0.4)));
  }
  const isTold = p.every((each, index) => Math.abs(each - limit(index + 1)) >= 0.0003 && each > (p[index - 1] ?? 0.0001));
  if (!isTold) return make(rng);
  const count = (isCounted) => p.filter(isCounted).length;
  const keeps = p.map((each, index) => each <= limit(index + 1));
  const values = [
    count((each) => each <= 0.005),
    keeps.indexOf(false),
    keeps.filter((each) => each).length,
    count((each) => each <= 0.05),
  ];
  const value = keeps.lastIndexOf(true) + 1;
  if (new Set([value, ...values]).size < 5) return make(rng);
  const names = ['bonferroni-for-fdr', 'stops-at-the-first-miss', 'each-place-for-itself', 'one-test-for-many'];
  const places = (letter, of) => Object.fromEntries(p.map((each, index) => [`${letter}${index + 1}`, of(each, index)]));
  return {
    shown: places('p', (each) => each.toFixed(4)),
    answer: { value, absTol: 0.4 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      ...places('k', (_, index) => (keeps[index] ? 'yes' : 'no')),
      bonferroni: values[0],
      firstMiss: values[1],
      own: values[2],
      plain: values[3],
      answer: value,
    },
  };
}
