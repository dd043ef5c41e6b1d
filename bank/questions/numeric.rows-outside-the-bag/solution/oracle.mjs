/** Multiplies the chance to be missed draw by draw instead of taking a power. */
export function answer({ trees, rows, drawn }) {
  let missed = 1;
  for (let draw = 0; draw < drawn; draw++) missed -= missed / rows;
  return trees * missed;
}
