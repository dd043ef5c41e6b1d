import type { Value } from '@holdout/sandbox';
import { isLight } from './is-light';

const reads = (source: string, args: readonly Value[] = []): boolean =>
  isLight({ files: { 'main.py': source }, calls: [args] });

test.each([
  ['imports nothing', 'def solve(x):\n  return sum(x)'],
  [
    'imports what needs no package',
    'import math, re\nfrom collections import Counter, deque  # both\nimport heapq as h',
  ],
  ['imports several names over lines', 'from typing import (\n  List,\n  Dict,\n)'],
  ['imports where it needs it', 'def solve(x):\n  from statistics import mean\n  return mean(x)'],
  ['compiles a pattern', 'import re\nword = re.compile("a")\ndef solve(x): return bool(word.match(x))'],
])('a program is light that %s', (_what, source) => {
  expect(reads(source)).toBe(true);
});

test.each([
  ['imports a package', 'import numpy as np'],
  ['imports a package beside another module', 'import math, pandas as pd'],
  ['imports a package on a line of its own making', 'import math; import os'],
  ['imports on one line with what comes before', 'if True: import os'],
  ['imports any other module', 'import sys'],
  ['continues an import on the next line', 'import \\\n  sys'],
  ['names a package', 'def solve(): return __name__ + "sklearn"'],
  ['imports by name', 'def solve(): return __import__("num" + "py")'],
  ['runs text', 'def solve(): return exec("im" + "port nu" + "mpy")'],
  ['looks names up', 'import collections\nsolve = getattr(collections, "_s" + "ys")'],
  ['ends its lines otherwise', 'import math\rimport sys'],
  ['has a line without end', `import math${' '.repeat(1_000_000)}!`],
  ['writes in a comment of imports that are not there', '# import it yourself'],
])('a program is not light that %s', (_what, source) => {
  expect(reads(source)).toBe(false);
});

test('a program is not light that is given an array, a series or a frame, however deep', () => {
  const array: Value = { $: 'array', dtype: 'int64', shape: [1], values: [1] };
  const source = 'def solve(x): return x';
  expect(reads(source, [[1, { a: [array] }]])).toBe(false);
  expect(reads(source, [{ $: 'tuple', items: [array] }])).toBe(false);
  expect(reads(source, [{ $: 'tuple', items: [1] }, { dtype: 'int64' }, 'array', null])).toBe(true);
});

test('each file of a program counts', () => {
  expect(isLight({ files: { 'main.py': 'import math', 'other.py': 'import pandas' }, calls: [] })).toBe(false);
});
