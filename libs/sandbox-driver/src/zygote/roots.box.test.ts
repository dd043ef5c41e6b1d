import { writeFileSync } from 'node:fs';
import { aPythonProgram, aSandbox, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

/** The complete environment of a program: set by the sandbox and by the imported packages. Nothing from the service. */
const ENVIRONMENT = [
  ...['HOME', 'JOBLIB_MULTIPROCESSING', 'KMP_DUPLICATE_LIB_OK', 'KMP_INIT_AT_FORK', 'LANG', 'MKL_NUM_THREADS'],
  ...['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'PATH', 'PYTHONDONTWRITEBYTECODE', 'TMPDIR'],
];

let box: TestSandbox;

beforeAll(async () => {
  process.env['HOLDOUT_PROBE'] = 'ENVIRONMENT-SECRET';
  box = await aSandbox();
});
afterAll(async () => {
  delete process.env['HOLDOUT_PROBE'];
  await box.close();
});

test('sees only the contents of its root file system', async () => {
  const source = [
    'import os, sys',
    'def solve():',
    '  fds = []',
    '  for fd in range(256):',
    '    try: os.fstat(fd); fds.append(fd)',
    '    except OSError: pass',
    '  return [sorted(os.listdir("/")), os.uname().nodename, os.getpid(), os.getuid(), fds, sorted(os.environ), os.listdir("/usr/share")]',
  ].join('\n');
  expect(valuesOf(await box.run(aPythonProgram(source)))).toEqual([
    [
      ['box', 'dev', 'empty', 'etc', 'lib', 'lib64', 'tmp', 'usr'],
      'box',
      1,
      65532,
      [0, 1, 2, 3],
      ENVIRONMENT,
      ['zoneinfo'],
    ],
  ]);
});

test('an author’s box has the named datasets, read-only, and those of the packages', async () => {
  const path = `${box.scratchDir}/flights.csv`;
  writeFileSync(path, 'id,delay\n1,12\n');
  const source = [
    'import os, sklearn.datasets',
    'def solve():',
    '  try: open("/data/flights/flights.csv", "a"); wrote = True',
    '  except OSError: wrote = False',
    '  rows = open("/data/flights/flights.csv").read()',
    '  return [rows, wrote, os.listdir("/data"), len(sklearn.datasets.load_iris().target)]',
  ].join('\n');
  const datasets = [{ id: 'flights', files: { 'flights.csv': path } }];
  const run = await box.run(aPythonProgram(source, { root: 'author', datasets }));
  expect(valuesOf(run)).toEqual([['id,delay\n1,12\n', false, ['flights'], 150]]);
});

test('a candidate’s box has no dataset, even if the program names one', async () => {
  const datasets = [{ id: 'flights', files: { 'flights.csv': '/etc/hostname' } }];
  const run = await box.run(aPythonProgram('import os\ndef solve(): return os.path.exists("/data")', { datasets }));
  expect(valuesOf(run)).toEqual([false]);
});
