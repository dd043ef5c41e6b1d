import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Fault, Solution } from '@holdout/faults';
import { plantFaults } from '@holdout/faults';
import { sharedSandbox } from './test-workspace';

const textOf = (name: string): string => readFileSync(resolve('libs/faults/programs', name), 'utf8');
const programs = { python: textOf('faults.py'), r: textOf('faults.R') };

const shared = sharedSandbox();

function planted(solution: Solution): Promise<readonly Fault[]> {
  return plantFaults(solution, { ...shared(), programs, signal: new AbortController().signal });
}

const PYTHON = `def shares(rows, least=2):
    """Shares of at least some rows."""
    if not rows or len(rows) < least:
        return None
    total = sum(row["n"] for row in rows if row["n"] > 0)
    counts = [row["n"] / total for row in rows]
    counts.sort(reverse=True)
    return counts[1:]
`;

const R = `shares <- function(rows, least = 2) {
  if (is.null(rows) || nrow(rows) < least) {
    return(NULL)
  }
  total <- sum(rows$n, na.rm = TRUE)
  rows$share <- rows$n / total
  rows[order(-rows$share), ]
}
`;

const OPERATORS = [
  'arithmetic',
  'boundary',
  'comparison',
  'condition',
  'connector',
  'constant',
  'function',
  'keyword',
  'return',
  'sign',
  'statement',
];

test.each([
  ['Python', { language: 'python', source: PYTHON }],
  ['R', { language: 'r', source: R }],
] as const)('%s is parsed by its own parser, and each operator has its location', async (_name, solution) => {
  const faults = await planted(solution);
  expect(new Set(faults.map(({ operator }) => operator))).toEqual(
    new Set([...OPERATORS].filter((operator) => solution.language === 'r' || operator !== 'keyword')),
  );
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  const lines = solution.source.trimEnd().split('\n');
  for (const { line, column, before, after, source } of faults) {
    const above = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
    const rest = solution.source.slice(above + before.length);
    expect(source.trimEnd()).toBe((solution.source.slice(0, above) + after + rest).trimEnd());
  }
});

test('a solution that does not parse is an error, not a question without faults', async () => {
  await expect(planted({ language: 'python', source: 'def f(:\n' })).rejects.toThrow('planted no faults');
  await expect(planted({ language: 'r', source: 'f <- function(' })).rejects.toThrow('planted no faults');
});
