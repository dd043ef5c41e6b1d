/** Lists the thin matrices of every layer and adds up their entries. */
export function answer({ billions, layers, rank, width, narrow }) {
  let trainable = 0;
  for (let layer = 0; layer < layers; layer++)
    for (const outputs of [width, narrow]) {
      const down = { rows: rank, columns: width };
      const up = { rows: outputs, columns: rank };
      for (const { rows, columns } of [down, up]) trainable += rows * columns;
    }
  return trainable / (billions * 1e7);
}
