/** Lists every hundred rows with its client's weight and takes the plain mean of the list. */
export function answer({ n1, n2, n3, w1, w2, w3 }) {
  const list = [
    [n1, w1],
    [n2, w2],
    [n3, w3],
  ].flatMap(([rows, weight]) => Array.from({ length: rows / 100 }, () => weight));
  return list.reduce((sum, weight) => sum + weight, 0) / list.length;
}
