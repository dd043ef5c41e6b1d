export type DiffLine = { readonly kind: 'same' | 'expected' | 'actual'; readonly text: string };

const MOST_LINES = 400;

/** Lengths of the longest common parts of what follows each pair of lines. */
function commonLengths(expected: readonly string[], actual: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: expected.length + 1 }, () => new Array<number>(actual.length + 1).fill(0));
  for (let i = expected.length - 1; i >= 0; i -= 1) {
    for (let j = actual.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (!row) continue;
      const below = lengths[i + 1];
      row[j] = expected[i] === actual[j] ? (below?.[j + 1] ?? 0) + 1 : Math.max(below?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** Both texts as one, line by line: what they share, what only one of them has. Very long texts are set side by side. */
export function diffLines(expectedText: string, actualText: string): readonly DiffLine[] {
  const expected = expectedText.split('\n');
  const actual = actualText.split('\n');
  if (expected.length > MOST_LINES || actual.length > MOST_LINES) {
    return [
      ...expected.map((text) => ({ kind: 'expected', text }) as const),
      ...actual.map((text) => ({ kind: 'actual', text }) as const),
    ];
  }
  const lengths = commonLengths(expected, actual);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < actual.length) {
    const [left, right] = [expected[i], actual[j]];
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      lines.push({ kind: 'expected', text: left });
      i += 1;
    } else {
      lines.push({ kind: 'actual', text: right ?? '' });
      j += 1;
    }
  }
  return lines;
}
