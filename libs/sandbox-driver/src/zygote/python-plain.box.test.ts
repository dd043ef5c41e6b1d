import { aPythonProgram, aSandbox, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 0 } });
});
afterAll(() => box.close());

test('has the standard library and no data packages', async () => {
  const source = [
    'import statistics, os, sys',
    'def solve(values):',
    '  found = []',
    '  for name in ["numpy", "pandas", "scipy", "sklearn", "seccomp"]:',
    '    try: __import__(name); found.append(name)',
    '    except ImportError: pass',
    '  return [statistics.mean(values), found, [path for path in sys.path if os.path.exists(path + "/numpy")]]',
  ].join('\n');
  const run = await box.run(aPythonProgram(source, { profile: 'python-plain', calls: [[[1, 2, 6]]] }));
  expect(valuesOf(run)).toEqual([[3, [], []]]);
});

test('reports errors and limits like the python profile', async () => {
  const wrong = await box.run(aPythonProgram('def solve():\n  return [][0]', { profile: 'python-plain' }));
  expect(wrong.answer).toMatchObject({ calls: [{ ok: false, error: { type: 'IndexError', line: 2 } }] });
  const overMemory = 'def solve():\n  x = []\n  while True: x.append(bytearray(10**7))';
  const run = await box.run(aPythonProgram(overMemory, { profile: 'python-plain' }));
  expect(run.end).toEqual({ kind: 'overLimit', limit: 'memory' });
});

test('two boxes draw different random numbers', async () => {
  const program = aPythonProgram('import random\ndef solve(): return random.random()', { profile: 'python-plain' });
  const [first, second] = await Promise.all([box.run(program), box.run(program)]);
  expect(valuesOf(first)).not.toEqual(valuesOf(second));
});
