const FLOOR = 0.5;

/** Whole percents over four bins; the last bin has emptied. */
export function make(rng) {
  const before = [rng.int(24, 33), rng.int(28, 38), rng.int(14, 22)];
  const last = 100 - before[0] - before[1] - before[2];
  const shift = rng.int(3, 10);
  const after = [before[0] - shift, before[1] + rng.int(1, 9)];
  const third = 100 - after[0] - after[1];
  const pairs = [
    [before[0], after[0]],
    [before[1], after[1]],
    [before[2], third],
    [last, FLOOR],
  ];
  const index = (rows, log = Math.log) => rows.reduce((sum, [e, a]) => sum + ((a - e) / 100) * log(a / e), 0);
  const value = index(pairs);
  return {
    shown: { e1: before[0], e2: before[1], e3: before[2], e4: last, a1: after[0], a2: after[1], a3: third },
    answer: { value, absTol: 0.002 },
    wrong: [
      { value: -value, misconception: 'log-reversed' },
      { value: index(pairs.slice(0, 3)), misconception: 'empty-bin-ignored' },
      { value: index(pairs, Math.log10), misconception: 'log-base-ten' },
      { value: pairs.reduce((sum, [e, a]) => sum + (a / 100) * Math.log(a / e), 0), misconception: 'one-sided-divergence' },
    ],
    explained: {
      p1: index(pairs.slice(0, 1)).toFixed(4),
      p2: index(pairs.slice(1, 2)).toFixed(4),
      p3: index(pairs.slice(2, 3)).toFixed(4),
      p4: index(pairs.slice(3)).toFixed(4),
      answer: value.toFixed(3),
    },
  };
}
