const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Models that fit, with at least a tenth of a megabyte to spare. */
export function make(rng) {
  const weights = rng.int(12, 300) / 10;
  const bits = rng.pick([4, 4, 5, 6, 8]);
  const block = rng.pick([16, 32, 64]);
  const scaleBits = rng.pick([16, 16, 32]);
  const flash = rng.pick([4, 8, 16, 32]);
  const firmware = rng.pick([1.2, 1.5, 1.8, 2.4, 2.6, 3.1]);
  const megabytes = (bitsPerWeight) => (weights * bitsPerWeight) / 8;
  const perWeight = bits + scaleBits / block;
  const model = megabytes(perWeight);
  const free = flash - firmware;
  const value = free - model;
  const values = [
    free - megabytes(bits),
    free - megabytes(bits + scaleBits),
    flash - model,
    model,
    free - weights * perWeight,
  ];
  if (value < 0.1 || model < flash / 8 || !areApart([value, ...values], 0.05)) return make(rng);
  const names = ['block-scales-forgotten', 'scale-for-each-weight', 'all-memory-is-free', 'taken-for-left', 'bits-for-bytes'];
  const two = (number) => number.toFixed(2);
  return {
    shown: { weights, bits, block, scaleBits, flash, firmware },
    answer: { value, absTol: 0.02 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      blockBits: block * bits + scaleBits,
      perWeight,
      model: model.toFixed(3),
      overhead: Number(((100 * scaleBits) / block / bits).toFixed(1)),
      floats: two(megabytes(32)),
      noScales: two(values[0]),
      ownScale: two(values[1]),
      noFirmware: two(values[2]),
      modelOnly: two(values[3]),
      inBits: two(values[4]),
      answer: two(value),
    },
  };
}
