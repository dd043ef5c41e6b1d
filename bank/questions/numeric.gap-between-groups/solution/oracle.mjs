/** The gap in the shares of malignant lesions that were missed, with its sign turned. */
export function answer({ tpA, fnA, tpB, fnB }) {
  const missed = (found, notFound) => 1 / (1 + found / notFound);
  return 100 * (missed(tpB, fnB) - missed(tpA, fnA));
}
