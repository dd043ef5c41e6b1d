import { readFileSync } from 'node:fs';
import { aPythonProgram, aSandbox, eventually, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';
import { zygotes } from '../machine/test-processes';

/** Returns the number of loaded modules, in a way that `isLight` does not recognize. */
const MODULE_COUNT = 'import collections\ndef solve(): return len(collections._sys.modules)';
const LIGHT_MAX_MODULES = 500;

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 1, 'python-light': 1 } });
  await modulesOf(MODULE_COUNT);
  await eventually(() => zygotes().length === 2);
});
afterAll(() => box.close());

async function modulesOf(source: string): Promise<number> {
  return Number(valuesOf(await box.run(aPythonProgram(source)))[0]);
}

async function untilLight(): Promise<void> {
  while ((await modulesOf(MODULE_COUNT)) > LIGHT_MAX_MODULES);
}

test('a program that does not use the data packages runs in a light box, once its zygote is ready', async () => {
  await untilLight();
  expect(await modulesOf(MODULE_COUNT)).toBeLessThan(LIGHT_MAX_MODULES);
  expect(await modulesOf(`import numpy\n${MODULE_COUNT}`)).toBeGreaterThan(LIGHT_MAX_MODULES);
  const array = { $: 'array', dtype: 'float64', shape: [2], values: [1, 2.5] } as const;
  const given = await box.run(aPythonProgram('def solve(x): return x.sum()', { calls: [[array]] }));
  expect(valuesOf(given)).toEqual([3.5]);
});

test('a light box can still import the packages', async () => {
  await untilLight();
  const source = [
    'import collections',
    'def solve():',
    '  modules = collections._sys.modules',
    '  loaded, load = len(modules), modules["importlib"].import_module',
    '  np, pd = load("num" + "py"), load("pan" + "das")',
    '  return [loaded, pd.DataFrame({"a": np.arange(3)})["a"].sum(), np.float64(0.5)]',
  ].join('\n');
  const [[loaded, ...sums]] = valuesOf(await box.run(aPythonProgram(source))) as [[number, ...number[]]];
  expect(loaded).toBeLessThan(LIGHT_MAX_MODULES);
  expect(sums).toEqual([3, 0.5]);
});

test('a warm zygote has loaded memory mappings, because fork copies each', () => {
  const counts = zygotes().map((pid) => readFileSync(`/proc/${pid}/maps`, 'utf8').trim().split('\n').length);
  // Without merging adjacent mappings there are about 110 and 1,370.
  expect(Math.min(...counts)).toBeLessThan(90);
  expect(Math.max(...counts)).toBeLessThan(800);
});
