/**
 * Works the residual variance out of four users of equal weight in each group, whose viewing times have the wanted
 * correlation, with the fitted coefficient covariance over variance.
 */
export function answer({ users, returning, rho }) {
  const signs = [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ];
  const rows = signs.map(([a, b]) => ({ before: a, during: rho * a + Math.sqrt(1 - rho * rho) * b }));
  const mean = (of) => rows.reduce((total, row) => total + of(row), 0) / rows.length;
  const slope = mean((row) => row.before * row.during) / mean((row) => row.before ** 2);
  const adjusted = mean((row) => (row.during - slope * row.before) ** 2);
  const plain = mean((row) => row.during ** 2);
  const mixed = (returning * adjusted + (100 - returning) * plain) / 100;
  return (Number(users.replaceAll(',', '')) * mixed) / plain;
}
