const areApart = (numbers) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other / each - 1) > 0.025));

/** The size of a model follows from its shape: attention, a gated feed-forward network, and embeddings of 128,000 tokens. */
export function make(rng) {
  const layers = 2 * rng.int(9, 40);
  const width = 256 * rng.int(8, 28);
  const narrow = width / rng.pick([2, 4, 8]);
  const rank = rng.pick([4, 8, 16, 32, 64]);
  const attention = 2 * width ** 2 + 2 * width * narrow;
  const all = layers * (attention + 3 * width * 3.5 * width) + 2 * 128_000 * width;
  const billions = Number((all / 1e9).toPrecision(2));
  // Deep models are wide ones.
  const isSensible = layers > width / 160 && layers < width / 64;
  const percent = (weights) => (100 * weights) / (billions * 1e9);
  const [query, valueWeights] = [rank * 2 * width, rank * (width + narrow)];
  const trainable = layers * (query + valueWeights);
  const value = percent(trainable);
  const projections = layers * (width ** 2 + width * narrow);
  const values = [
    percent(layers * 2 * rank ** 2),
    percent(layers * 2 * rank * width),
    percent(projections),
    (100 * trainable) / projections,
    value / layers,
  ];
  if (!isSensible || !areApart([value, ...values])) return make(rng);
  const names = ['adapter-is-rank-by-rank', 'one-thin-matrix', 'adapter-has-full-size', 'share-of-the-adapted', 'one-layer-only'];
  const told = (number) => Number(number.toPrecision(3)).toString();
  return {
    shown: { billions, layers, rank, width, narrow },
    answer: { value, relTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      query,
      valueWeights,
      trainable,
      millions: (trainable / 1e6).toFixed(2),
      squared: values[0].toPrecision(2),
      oneFactor: told(values[1]),
      full: told(values[2]),
      ofAdapted: told(values[3]),
      oneLayer: values[4].toPrecision(2),
      answer: value.toPrecision(3),
    },
  };
}
