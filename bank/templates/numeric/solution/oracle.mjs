/** The answer again, in another way, from what is shown: by counting. */
export function answer({ found, missed }) {
  const cases = [...Array(found).fill(1), ...Array(missed).fill(0)];
  return (100 * cases.reduce((sum, hit) => sum + hit, 0)) / cases.length;
}
