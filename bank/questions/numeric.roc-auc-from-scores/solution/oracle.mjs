/** The area itself: lowers the threshold score by score and adds a trapezoid for each step of the curve. */
export function answer(shown) {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((place) => [Number(shown[`s${place}`]), shown[`y${place}`]]);
  const rate = (label, threshold) => {
    const all = rows.filter((row) => row[1] === label);
    return all.filter((row) => row[0] >= threshold).length / all.length;
  };
  let [area, x, y] = [0, 0, 0];
  for (const threshold of [...new Set(rows.map((row) => row[0]))].sort((a, b) => b - a)) {
    const [nextX, nextY] = [rate(0, threshold), rate(1, threshold)];
    area += ((nextX - x) * (y + nextY)) / 2;
    [x, y] = [nextX, nextY];
  }
  return area;
}
