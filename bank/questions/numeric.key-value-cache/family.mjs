const areApart = (numbers) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other / each - 1) > 0.025));

/** Models and loads that fit on one machine with a few GPUs. */
export function make(rng) {
  const layers = rng.pick([24, 28, 32, 36, 40, 48, 60, 64, 80]);
  const kvHeads = rng.pick([2, 4, 8]);
  const group = rng.pick([3, 4, 5, 6, 7]);
  const size = rng.pick([64, 96, 128]);
  const bits = rng.pick([8, 16]);
  const requests = rng.pick([12, 16, 20, 24, 32, 40, 48, 64]);
  const shared = 256 * rng.int(3, 24);
  const own = 128 * rng.int(4, 40);
  const numbers = 2 * kvHeads * size * layers;
  const gib = (perToken, tokens) => (perToken * tokens * bits) / 8 / 2 ** 30;
  const tokens = shared + requests * own;
  const value = gib(numbers, tokens);
  const values = [
    value / 2,
    value * group,
    gib(numbers, requests * (shared + own)),
    value / layers,
    value * 8,
    value * (2 ** 30 / 1e9),
  ];
  if (value < 2 || value > 60 || !areApart([value, ...values])) return make(rng);
  const names = [
    'keys-without-values',
    'each-query-head-has-a-cache',
    'prefix-stored-for-each-request',
    'one-layer-only',
    'bits-for-bytes',
    'decimal-for-binary-units',
  ];
  const two = (number) => number.toFixed(2);
  return {
    shown: { layers, queryHeads: group * kvHeads, kvHeads, size, bits, requests, shared, own },
    answer: { value, relTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      group,
      numbers,
      bytes: bits === 8 ? 'one byte' : 'two bytes',
      perToken: (numbers * bits) / 8 / 1024,
      tokens,
      keysOnly: two(values[0]),
      perQueryHead: two(values[1]),
      prefixEach: two(values[2]),
      oneLayer: values[3].toFixed(3),
      inBits: two(values[4]),
      decimal: two(values[5]),
      answer: two(value),
    },
  };
}
