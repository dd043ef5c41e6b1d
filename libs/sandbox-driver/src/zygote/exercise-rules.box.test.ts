import type { CallAnswer, CallProgram, Forbidden, Value } from '@holdout/sandbox';
import { aJavaScriptProgram, aPythonProgram, aSandbox } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';
import { anRProgram } from './test-r';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox();
});
afterAll(() => box.close());

const MUTATION: Forbidden = { mutation: true, imports: [] };
const forbidding = (...imports: string[]): Forbidden => ({ mutation: false, imports });

async function answerOf(program: CallProgram, forbid: Forbidden): Promise<CallAnswer> {
  const run = await box.run({ ...program, forbid });
  if (run.end.kind !== 'answered') throw new Error(JSON.stringify(run));
  return run.answer as CallAnswer;
}

/** What each call gave: its value, or the rule that it broke. */
async function gave(program: CallProgram, forbid: Forbidden): Promise<readonly unknown[]> {
  const answer = await answerOf(program, forbid);
  if ('loadError' in answer) return [answer.loadError.broken ?? answer.loadError];
  return answer.calls.map((call) => (call.ok ? call.value : (call.error.broken ?? call.error)));
}

const frame: Value = { $: 'dataframe', index: [0, 1], columns: [{ name: 'a', dtype: 'int64', values: [2, 1] }] };
const array: Value = { $: 'array', dtype: 'float64', shape: [2], values: [2, 1] };
const broken = (argument: number) => ({ rule: 'mutation', argument });

describe('changed arguments', () => {
  test.each<[string, string, Value[], unknown]>([
    ['a list that is sorted in place', 'def solve(x): x.sort(); return x', [[2, 1]], broken(1)],
    ['a list that is sorted as a copy', 'def solve(x): return sorted(x)', [[2, 1]], [1, 2]],
    ['a list that is the answer too', 'def solve(x): return x', [[2, 1]], [2, 1]],
    [
      'the second argument, deep within',
      'def solve(x, y): y["a"][0].add(3)',
      [1, { a: [{ $: 'set', items: [1] }] }],
      broken(2),
    ],
    ['True for 1', 'def solve(x): x[0] = True', [[1]], broken(1)],
    ['an array', 'def solve(x): x += 1', [array], broken(1)],
    ['a data frame', 'def solve(x): x["b"] = 1', [frame], broken(1)],
    ['a data frame that is sorted as a copy', 'def solve(x): return len(x.sort_values("a"))', [frame], 2],
    ['a list that becomes endless', 'def solve(x): x.append(x)', [[1]], broken(1)],
    ['a stream that is read', 'def solve(x): return sum(x)', [{ $: 'stream', float64: 'AAAAAAAA8D8=' }], 1],
  ])('in Python: %s', async (_name, source, args, expected) => {
    const program = aPythonProgram(source, { calls: [args] });
    expect(await gave(program, MUTATION)).toEqual([expected]);
  });

  test.each<[string, string, Value[], unknown]>([
    ['a list that is sorted in place', 'export const solve = (x) => x.sort();', [[2, 1]], broken(1)],
    ['a list that is sorted as a copy', 'export const solve = (x) => x.toSorted();', [[2, 1]], [1, 2]],
    [
      'a field, later',
      'export const solve = async (x, y) => { await 0; y.a.b = 2; };',
      [1, { a: { b: 1 } }],
      broken(2),
    ],
    ['a set', 'export const solve = (x) => { x.delete(1); };', [{ $: 'set', items: [1] }], broken(1)],
    ['a typed array', 'export const solve = (x) => { x[0] = 7; };', [array], broken(1)],
  ])('in JavaScript: %s', async (_name, source, args, expected) => {
    expect(await gave(aJavaScriptProgram(source, { calls: [args] }), MUTATION)).toEqual([expected]);
  });

  test('in R no call can change one', async () => {
    const source = 'solve <- function(x) { x[1] <- 7; x$a <- 1; length(x) }';
    expect(await gave(anRProgram(source, { calls: [[[2, 1, 'a']]] }), MUTATION)).toEqual([4]);
  });

  test('are not checked if the question allows them, and an error takes precedence', async () => {
    const program = aPythonProgram('def solve(x):\n    x.sort()\n    return x[9]', { calls: [[[2, 1]]] });
    expect(await gave(program, MUTATION)).toEqual([expect.objectContaining({ type: 'IndexError' })]);
    const allowed = aPythonProgram('def solve(x):\n    x.sort()\n    return x', { calls: [[[2, 1]]] });
    expect(await gave(allowed, forbidding('math'))).toEqual([[1, 2]]);
  });
});

describe('forbidden imports', () => {
  const named = (name: string) => ({ rule: 'import', name });

  test.each<[string, string, unknown]>([
    ['import statistics', 'statistics', named('statistics')],
    ['import os, statistics as s', 'statistics', named('statistics')],
    ['from statistics import mean', 'statistics', named('statistics')],
    ['import scipy.stats', 'scipy', named('scipy')],
    ['from scipy import stats', 'scipy.stats', named('scipy.stats')],
    ['from scipy import linalg', 'scipy.stats', 1],
    ['import statisticians_own as x', 'statistics', 'ModuleNotFoundError'],
    ['s = __import__("statistics")', 'statistics', named('statistics')],
    ['from importlib import import_module\nimport_module("statistics")', 'statistics', named('statistics')],
    ['# import statistics', 'statistics', 1],
  ])('in Python: %s', async (line, name, expected) => {
    const [result] = await gave(aPythonProgram(`${line}\ndef solve(): return 1`), forbidding('json', name));
    const error = result as { readonly type?: string } | number;
    expect(typeof error === 'object' && error.type !== undefined ? error.type : result).toEqual(expected);
  });

  test('inside a function are found when the file is loaded, with their line', async () => {
    const source = 'def solve():\n    import math\n    return 1';
    expect(await answerOf(aPythonProgram(source), forbidding('math'))).toEqual({
      loadError: {
        type: 'ForbiddenImport',
        message: 'this question does not allow the import of math',
        traceback: '',
        line: 2,
        broken: named('math'),
      },
    });
  });

  test.each<[string, unknown]>([
    ["import { createHash } from 'node:crypto'; export const solve = () => 1;", named('crypto')],
    ["import { createHash } from 'crypto'; export const solve = () => 1;", named('crypto')],
    ["export const solve = async () => { await import('node:crypto').catch(() => null); return 1; };", named('crypto')],
    [
      "import { createRequire } from 'node:module'; createRequire('/box/x.mjs')('crypto'); export const solve = () => 1;",
      named('crypto'),
    ],
    ["import { join } from 'node:path'; export const solve = () => 1;", 1],
  ])('in JavaScript: %s', async (source, expected) => {
    expect(await gave(aJavaScriptProgram(source), forbidding('crypto'))).toEqual([expected]);
  });

  test('in TypeScript too', async () => {
    const files = { 'main.ts': "import { sep } from 'node:path';\nexport const solve = (): string => sep;" };
    const program = aJavaScriptProgram('', { main: 'main.ts', files });
    expect(await gave(program, forbidding('node:path'))).toEqual([named('node:path')]);
  });

  test.each<[string, unknown]>([
    ['library(stats)', named('stats')],
    ['if (require("stats")) 1', named('stats')],
    ['f <- function(x, y = stats::sd(x)) x[1, ]', named('stats')],
    ['requireNamespace("stats", quietly = TRUE)', named('stats')],
    ['library(tools)', 1],
    ['sd(1:3)', 1],
  ])('in R: %s', async (line, expected) => {
    const source = `first <- 1\n${line}\nsolve <- function() 1`;
    const answer = await answerOf(anRProgram(source), forbidding('stats'));
    if ('loadError' in answer) expect([answer.loadError.broken, answer.loadError.line]).toEqual([expected, 2]);
    else expect(answer.calls).toEqual([{ ok: true, value: expected }]);
  });
});
