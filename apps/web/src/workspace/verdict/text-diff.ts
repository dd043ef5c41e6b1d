export type DiffLine = { readonly kind: 'same' | 'expected' | 'actual'; readonly text: string };

const MOST_LINES = 400;

type Lengths = (i: number, j: number) => number;

/** Table of longest common subsequence lengths: lines in common from line `i` of one text and line `j` of the other. */
function commonLengths(expected: readonly string[], actual: readonly string[]): Lengths {
  const width = actual.length + 1;
  const table = new Uint16Array((expected.length + 1) * width);
  const at: Lengths = (i, j) => table[i * width + j] ?? 0;
  for (let i = expected.length - 1; i >= 0; i -= 1) {
    for (let j = actual.length - 1; j >= 0; j -= 1) {
      const isSame = expected[i] === actual[j];
      table[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

const all = (kind: DiffLine['kind'], lines: readonly string[]): readonly DiffLine[] =>
  lines.map((text) => ({ kind, text }));

/** A line diff by longest common subsequence. Above the line limit: all expected lines, then all actual lines. */
export function diffLines(expectedText: string, actualText: string): readonly DiffLine[] {
  const expected = expectedText.split('\n');
  const actual = actualText.split('\n');
  if (Math.max(expected.length, actual.length) > MOST_LINES) {
    return [...all('expected', expected), ...all('actual', actual)];
  }
  const common = commonLengths(expected, actual);
  const kindAt = (i: number, j: number): DiffLine['kind'] => {
    if (expected[i] === actual[j]) return 'same';
    return common(i + 1, j) >= common(i, j + 1) ? 'expected' : 'actual';
  };
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < expected.length && j < actual.length) {
    const kind = kindAt(i, j);
    lines.push(...all(kind, kind === 'actual' ? actual.slice(j, j + 1) : expected.slice(i, i + 1)));
    if (kind !== 'actual') i += 1;
    if (kind !== 'expected') j += 1;
  }
  return [...lines, ...all('expected', expected.slice(i)), ...all('actual', actual.slice(j))];
}
