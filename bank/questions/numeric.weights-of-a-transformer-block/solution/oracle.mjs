/** Builds the list of matrices head by head, and adds up rows times columns. */
export function answer({ width, heads, size, hidden, form }) {
  const shapes = [];
  for (let head = 0; head < heads; head++)
    for (const projection of ['query', 'key', 'value']) shapes.push({ projection, rows: width, columns: size });
  shapes.push({ projection: 'output', rows: heads * size, columns: width });
  const layers = form.startsWith('three') ? ['gate', 'up', 'down'] : ['up', 'down'];
  for (const projection of layers)
    shapes.push(projection === 'down' ? { projection, rows: hidden, columns: width } : { projection, rows: width, columns: hidden });
  return shapes.reduce((total, { rows, columns }) => total + rows * columns, 0) / 1_000_000;
}
