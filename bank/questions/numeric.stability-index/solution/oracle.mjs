/** The index is the divergence one way plus the divergence the other way. */
export function answer({ e1, e2, e3, e4, a1, a2, a3 }) {
  const expected = [e1, e2, e3, e4].map((percent) => percent / 100);
  const actual = [a1, a2, a3, 0.5].map((percent) => percent / 100);
  const part = (p, q) => p.reduce((sum, share, bin) => sum + share * (Math.log(share) - Math.log(q[bin])), 0);
  return part(actual, expected) + part(expected, actual);
}
