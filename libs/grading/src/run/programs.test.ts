import { callProgram, generatorProgram, limitsIn, sqlProgram } from './programs';
import { aCodeBundle, aSqlBundle } from '../grade/test-bundles';

test('the simulator of a dataset is a module next to the generator', () => {
  const { secret } = aCodeBundle();
  const datasets = [
    { id: 'clicks', files: {}, simulator: 'SIMULATOR' },
    { id: 'films', files: {} },
  ];
  const { files, main } = generatorProgram({ ...secret, datasets }, []);
  expect(files).toEqual({ 'make.py': secret.make.text, 'clicks.py': 'SIMULATOR' });
  expect(main).toBe('make.py');
});

test('a generator in R runs in R, with the datasets of R', () => {
  const { secret } = aCodeBundle();
  const make = { path: 'cases/make.R', text: 'make <- function(seed, part) list()' };
  expect(generatorProgram({ ...secret, make }, [])).toMatchObject({
    profile: 'r',
    root: 'author',
    files: { 'make.R': make.text },
    main: 'make.R',
    entry: 'make',
  });
});

test('a statement may take twice its CPU time, a program also the time in which its language starts', () => {
  expect(limitsIn(aSqlBundle(), 'sql')).toMatchObject({ cpuMs: 2000, wallMs: 4000 });
  expect(limitsIn(aCodeBundle(), 'python')).toMatchObject({ cpuMs: 2000, wallMs: 11_000 });
});

test('byte order marks before lines are removed from code and queries, and nothing else is', () => {
  const source = '\ufefftotal = 1\r\n\ufeff\ufeffdef solve(x):\n  return "\ufeff"\n';
  const clean = 'total = 1\r\ndef solve(x):\n  return "\ufeff"\n';
  const program = callProgram(aCodeBundle(), { language: 'python', source }, []);
  expect(Object.values(program.files)).toEqual([clean]);
  expect(sqlProgram(aSqlBundle(), source, {}).query).toBe(clean);
});
