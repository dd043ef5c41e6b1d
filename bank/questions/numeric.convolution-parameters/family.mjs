/** The size of the image is shown and does not enter. */
export function make(rng) {
  const side = rng.int(24, 96);
  const channels = rng.pick([3, 4, 8, 16, 32]);
  const kernel = rng.pick([3, 5, 7]);
  const filters = rng.pick([8, 12, 16, 24, 32]);
  const perFilter = kernel ** 2 * channels;
  const weights = filters * perFilter;
  const depthwise = filters * kernel ** 2 + filters;
  const untied = filters * side ** 2 * channels + filters;
  return {
    shown: { side, channels, kernel, filters },
    answer: { value: weights + filters, absTol: 0.5 },
    wrong: [
      { value: weights, misconception: 'bias-forgotten' },
      { value: depthwise, misconception: 'one-input-channel' },
      { value: weights + 1, misconception: 'one-bias-for-the-layer' },
      { value: untied, misconception: 'a-weight-for-each-pixel' },
    ],
    explained: { perFilter, weights, depthwise, one: weights + 1, untied, answer: weights + filters },
  };
}
