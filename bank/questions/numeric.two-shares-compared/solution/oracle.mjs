/** The signed root of the chi-square statistic of the 2 by 2 table, which is the square of this z. */
export function answer(shown) {
  const [nA, nB] = [shown.nA, shown.nB].map((text) => Number(text.replaceAll(',', '')));
  const table = [
    [shown.xA, nA - shown.xA],
    [shown.xB, nB - shown.xB],
  ];
  const columns = [0, 1].map((column) => table[0][column] + table[1][column]);
  let chiSquare = 0;
  table.forEach((row) => {
    const rowSum = row[0] + row[1];
    row.forEach((count, column) => {
      const expected = (rowSum * columns[column]) / (nA + nB);
      chiSquare += (count - expected) ** 2 / expected;
    });
  });
  return Math.sign(shown.xB * nA - shown.xA * nB) * Math.sqrt(chiSquare);
}
