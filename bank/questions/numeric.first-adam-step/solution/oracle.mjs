/** The paper's shorter form: the corrections are taken into the learning rate and into epsilon. */
export function answer({ w, rate, beta1, beta2, g }) {
  const m = beta1 * 0 + (1 - beta1) * g;
  const v = beta2 * 0 + (1 - beta2) * g * g;
  const rescale = Math.sqrt(1 - beta2 ** 1) / (1 - beta1 ** 1);
  return w - (rate * rescale * m) / (Math.sqrt(v) + 1e-8 * Math.sqrt(1 - beta2));
}
