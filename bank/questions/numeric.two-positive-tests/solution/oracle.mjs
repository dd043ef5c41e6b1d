/** Fills the eight cells of state, first and second result, and conditions on the two that are positive twice. */
export function answer({ prevalence, sens1, spec1, sens2, spec2 }) {
  const cells = [];
  for (const ill of [true, false])
    for (const quick of [true, false])
      for (const laboratory of [true, false]) {
        const state = (ill ? prevalence : 100 - prevalence) / 100;
        const rate = (positive, sens, spec) => ((ill ? positive : !positive) ? (ill ? sens : spec) : 100 - (ill ? sens : spec)) / 100;
        cells.push({ ill, quick, laboratory, p: state * rate(quick, sens1, spec1) * rate(laboratory, sens2, spec2) });
      }
  const positive = cells.filter(({ quick, laboratory }) => quick && laboratory);
  const total = positive.reduce((sum, { p }) => sum + p, 0);
  return (100 * positive.find(({ ill }) => ill).p) / total;
}
