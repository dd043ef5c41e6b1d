/** The same quantity as mutual information of class and branch, straight from the four joint shares. */
export function answer({ a1, b1, a2, b2 }) {
  const total = a1 + b1 + a2 + b2;
  const cells = [
    [a1, a1 + a2, a1 + b1],
    [b1, b1 + b2, a1 + b1],
    [a2, a1 + a2, a2 + b2],
    [b2, b1 + b2, a2 + b2],
  ];
  return cells.reduce((sum, [joint, row, column]) => sum + (joint / total) * Math.log2((joint * total) / (row * column)), 0);
}
