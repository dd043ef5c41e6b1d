import type { Value } from '@holdout/sandbox';
import { isLight } from './is-light';

const reads = (source: string, args: readonly Value[] = []): boolean =>
  isLight({ files: { 'main.py': source }, calls: [args] });

test.each([
  ['imports nothing', 'def solve(x):\n  return sum(x)'],
  ['imports allowed modules', 'import math, re\nfrom collections import Counter, deque  # both\nimport heapq as h'],
  ['imports several names over several lines', 'from typing import (\n  List,\n  Dict,\n)'],
  ['imports inside a function', 'def solve(x):\n  from statistics import mean\n  return mean(x)'],
  ['uses re.compile', 'import re\nword = re.compile("a")\ndef solve(x): return bool(word.match(x))'],
])('a program that %s is light', (_what, source) => {
  expect(reads(source)).toBe(true);
});

test.each([
  ['imports a package', 'import numpy as np'],
  ['imports a package beside another module', 'import math, pandas as pd'],
  ['puts two imports on one line', 'import math; import os'],
  ['imports after a statement on the same line', 'if True: import os'],
  ['imports any other module', 'import sys'],
  ['continues an import on the next line', 'import \\\n  sys'],
  ['contains the name of a package', 'def solve(): return __name__ + "sklearn"'],
  ['calls __import__', 'def solve(): return __import__("num" + "py")'],
  ['calls exec', 'def solve(): return exec("im" + "port nu" + "mpy")'],
  ['calls getattr', 'import collections\nsolve = getattr(collections, "_s" + "ys")'],
  ['ends a line with a carriage return', 'import math\rimport sys'],
  ['has an overlong line', `import math${' '.repeat(1_000_000)}!`],
  ['mentions import in a comment', '# import it yourself'],
])('a program that %s is not light', (_what, source) => {
  expect(reads(source)).toBe(false);
});

test('a program that is passed an array, series or data frame is not light, at any depth', () => {
  const array: Value = { $: 'array', dtype: 'int64', shape: [1], values: [1] };
  const source = 'def solve(x): return x';
  expect(reads(source, [[1, { a: [array] }]])).toBe(false);
  expect(reads(source, [{ $: 'tuple', items: [array] }])).toBe(false);
  expect(reads(source, [{ $: 'tuple', items: [1] }, { dtype: 'int64' }, 'array', null])).toBe(true);
});

test('all files of a program are checked', () => {
  expect(isLight({ files: { 'main.py': 'import math', 'other.py': 'import pandas' }, calls: [] })).toBe(false);
});
