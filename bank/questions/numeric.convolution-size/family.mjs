const outputSide = (side, kernel, padding, stride) => Math.floor((side + padding - kernel) / stride) + 1;

/** Square images, as most layers see them; the padding is given for each side. */
export function make(rng) {
  const side = rng.int(24, 96);
  const channels = rng.pick([3, 4, 16, 32, 64]);
  const kernel = rng.pick([3, 5, 7]);
  const stride = rng.pick([2, 3]);
  const padding = rng.int(1, 3);
  const filters = rng.pick([8, 12, 20, 24, 48]);
  const outSide = outputSide(side, kernel, 2 * padding, stride);
  const value = filters * outSide ** 2;
  return {
    shown: { side, channels, kernel, stride, padding, filters },
    answer: { value, absTol: 0.5 },
    wrong: [
      { value: filters * outputSide(side, kernel, padding, stride) ** 2, misconception: 'padding-on-one-side' },
      { value: filters * outputSide(side, kernel, 2 * padding, 1) ** 2, misconception: 'stride-ignored' },
      { value: channels * outSide ** 2, misconception: 'channels-stay-as-they-are' },
      { value: outSide ** 2, misconception: 'one-filter-only' },
    ],
    explained: { outSide, plane: outSide ** 2, answer: value },
  };
}
