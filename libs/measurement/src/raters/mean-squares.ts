/** Mean squares of a table of n answers by k reviewers. `floor`: those of error if one mark alone differed, by the least difference. */
export type MeanSquares = {
  readonly n: number;
  readonly k: number;
  readonly between: number;
  readonly within: number;
  readonly judges: number;
  readonly error: number;
  readonly floor: number;
};

/** The two-way analysis of variance without replication of a complete table. Needs two rows and two columns. */
export function meanSquaresOf(table: readonly (readonly number[])[]): MeanSquares {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  const grand = mean(table.flat());
  const columns = Array.from({ length: k }, (_, column) => mean(table.map((row) => row[column] ?? 0)));
  const between = k * sumOf(table.map((row) => (mean(row) - grand) ** 2));
  const judges = n * sumOf(columns.map((each) => (each - grand) ** 2));
  const total = sumOf(table.flat().map((each) => (each - grand) ** 2));
  const step = leastDifference(table.flat());
  return {
    n,
    k,
    between: between / (n - 1),
    within: Math.max(0, total - between) / (n * (k - 1)),
    judges: judges / (k - 1),
    error: Math.max(0, total - between - judges) / ((n - 1) * (k - 1)),
    floor: step ** 2 / (n * k),
  };
}

function leastDifference(values: readonly number[]): number {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  return Math.min(...distinct.slice(1).map((value, index) => value - (distinct[index] ?? 0)));
}

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sumOf(values) / values.length;
