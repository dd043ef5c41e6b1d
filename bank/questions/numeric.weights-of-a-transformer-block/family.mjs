const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Plain and gated feed-forward networks in the sizes that are in use, in multiples of 128. */
export function make(rng) {
  const size = rng.pick([64, 80, 96, 128]);
  const heads = 2 * rng.int(4, 24);
  const width = size * heads;
  const isGated = rng.int(0, 1) === 1;
  const hidden = isGated ? 128 * Math.round((width * rng.pick([2.5, 2.75, 3, 3.5])) / 128) : width * rng.pick([2, 3, 4, 4]);
  const context = rng.pick([1024, 2048, 4096, 8192]);
  const count = isGated ? 3 : 2;
  const value = (4 * width ** 2 + count * width * hidden) / 1e6;
  const values = [
    (4 * heads * width ** 2 + count * width * hidden) / 1e6,
    (3 * width ** 2 + count * width * hidden) / 1e6,
    (4 * width ** 2 + (count - 1) * width * hidden) / 1e6,
    value + context ** 2 / 1e6,
  ];
  if (!areApart([value, ...values], 0.012 * value)) return make(rng);
  const names = [
    'each-head-has-full-width',
    'output-projection-forgotten',
    'feed-forward-matrix-forgotten',
    'attention-scores-are-weights',
  ];
  const two = (number) => number.toFixed(2);
  return {
    shown: {
      width, heads, size, context, hidden,
      form: isGated
        ? 'three matrices: gate, up and down projection (a gated network such as SwiGLU)'
        : 'two matrices: up and down projection (an ungated network)',
    },
    answer: { value, relTol: 0.005 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      attention: two((4 * width ** 2) / 1e6),
      matrix: two((width * hidden) / 1e6),
      count,
      feedForward: two((count * width * hidden) / 1e6),
      perHead: two(values[0]),
      noOutput: two(values[1]),
      missing: two(values[2]),
      scores: two(values[3]),
      answer: two(value),
    },
  };
}
