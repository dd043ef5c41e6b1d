/** Tries every order of the six results for the ideal, instead of sorting. */
export function answer({ g1, g2, g3, g4, g5, g6, k }) {
  const value = (grades) => grades.slice(0, k).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
  let ideal = 0;
  const tryAll = (taken, left) => {
    if (taken.length === k) ideal = Math.max(ideal, value(taken));
    else left.forEach((grade, index) => tryAll([...taken, grade], left.filter((_, other) => other !== index)));
  };
  tryAll([], [g1, g2, g3, g4, g5, g6]);
  return value([g1, g2, g3, g4, g5, g6]) / ideal;
}
