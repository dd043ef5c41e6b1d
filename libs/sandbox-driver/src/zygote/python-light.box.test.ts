import { readFileSync } from 'node:fs';
import { aPythonProgram, aSandbox, eventually, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';
import { zygotes } from '../machine/test-processes';

const LONG = 60_000;
/** How much is loaded, found by a way that no program has a reason to go. */
const COUNTS = 'import collections\ndef solve(): return len(collections._sys.modules)';
const FEW = 500;

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 1, 'python-light': 1 } });
  await modulesOf(COUNTS);
  await eventually(() => zygotes().length === 2);
}, LONG);
afterAll(() => box.close());

async function modulesOf(source: string): Promise<number> {
  return Number(valuesOf(await box.run(aPythonProgram(source)))[0]);
}

async function lightly(): Promise<void> {
  while ((await modulesOf(COUNTS)) > FEW);
}

test('a program without a use for the data packages runs where they are not loaded, once there is such a box', async () => {
  await lightly();
  expect(await modulesOf(COUNTS)).toBeLessThan(FEW);
  expect(await modulesOf(`import numpy\n${COUNTS}`)).toBeGreaterThan(FEW);
  const array = { $: 'array', dtype: 'float64', shape: [2], values: [1, 2.5] } as const;
  const given = await box.run(aPythonProgram('def solve(x): return x.sum()', { calls: [[array]] }));
  expect(valuesOf(given)).toEqual([3.5]);
});

test(
  'a package that it gets to all the same is there',
  async () => {
    await lightly();
    const source = [
      'import collections',
      'def solve():',
      '  modules = collections._sys.modules',
      '  few, load = len(modules), modules["importlib"].import_module',
      '  np, pd = load("num" + "py"), load("pan" + "das")',
      '  return [few, pd.DataFrame({"a": np.arange(3)})["a"].sum(), np.float64(0.5)]',
    ].join('\n');
    const [[few, ...sums]] = valuesOf(await box.run(aPythonProgram(source))) as [[number, ...number[]]];
    expect(few).toBeLessThan(FEW);
    expect(sums).toEqual([3, 0.5]);
  },
  LONG,
);

test('a warm zygote has few mappings, each of which every box of it has to copy', () => {
  const counts = zygotes().map((pid) => readFileSync(`/proc/${pid}/maps`, 'utf8').trim().split('\n').length);
  // Without being joined there are about 110 and 1,370.
  expect(Math.min(...counts)).toBeLessThan(90);
  expect(Math.max(...counts)).toBeLessThan(800);
});
