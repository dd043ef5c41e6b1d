/** Splits each interaction evenly among its features: the dividends of the game, by inclusion and exclusion. */
export function answer({ v0, va, vu, vc, vau, vac, vuc, vauc }) {
  const alone = vc - v0;
  const withAge = vac - va - vc + v0;
  const withUsage = vuc - vu - vc + v0;
  const withBoth = vauc - vau - vac - vuc + va + vu + vc - v0;
  return alone + withAge / 2 + withUsage / 2 + withBoth / 3;
}
