const outputSide = (side, kernel, padding, stride) => Math.floor((side + padding - kernel) / stride) + 1;

/** Square images, as most layers see them; the padding is given for each side. */
export function make(rng) {
  const side = rng.int(24, 96);
  const channels = rng.pick([3, 4, 8, 16, 32]);
  const kernel = rng.pick([3, 5, 7]);
  const stride = rng.pick([2, 3]);
  const padding = rng.int(1, 3);
  const filters = rng.pick([8, 12, 16, 24, 32]);
  const values = (total, by) => filters * outputSide(side, kernel, total, by) ** 2;
  const weights = filters * kernel ** 2 * channels;
  const output = values(2 * padding, stride);
  const outSide = outputSide(side, kernel, 2 * padding, stride);
  return {
    shown: { side, channels, kernel, stride, padding, filters },
    answer: { value: output + weights + filters, absTol: 0.5 },
    wrong: [
      { value: values(padding, stride) + weights + filters, misconception: 'padding-on-one-side' },
      { value: output + weights, misconception: 'bias-forgotten' },
      { value: values(2 * padding, 1) + weights + filters, misconception: 'stride-ignored' },
      { value: output + filters * kernel ** 2 + filters, misconception: 'one-input-channel' },
    ],
    explained: { outSide, output, weights, perFilter: kernel ** 2 * channels, answer: output + weights + filters },
  };
}
