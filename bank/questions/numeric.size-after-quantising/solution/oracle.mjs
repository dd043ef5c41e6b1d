/** Counts the bits of weights and scales apart, for all blocks together. */
export function answer({ weights, bits, block, scaleBits, flash, firmware }) {
  const count = weights * 1e6;
  const inWeights = count * bits;
  const inScales = (count / block) * scaleBits;
  return (flash * 8e6 - firmware * 8e6 - inWeights - inScales) / 8e6;
}
