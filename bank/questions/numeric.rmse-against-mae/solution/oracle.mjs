/** RMSE over MAE from the mean and the variance of the absolute errors, since their mean square is both together. */
export function answer(shown) {
  const sizes = Object.values(shown).map(Math.abs);
  const mean = sizes.reduce((total, each) => total + each) / sizes.length;
  let variance = 0;
  for (const size of sizes) variance += (size - mean) ** 2 / sizes.length;
  return Math.sqrt(1 + variance / mean ** 2);
}
