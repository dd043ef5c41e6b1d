import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetFile } from './dataset-file';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'holdout-datasets-')));
  mkdirSync(join(folder, 'films/data'), { recursive: true });
  writeFileSync(join(folder, 'films/data/movies.json'), '[]');
  writeFileSync(join(folder, 'secret.json'), '[]');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a dataset file is found in its package', () => {
  const path = datasetFile(folder, { package: 'films', path: 'data/movies.json' });
  expect(path).toBe(join(folder, 'films/data/movies.json'));
});

test('a missing file is named in the error', () => {
  expect(() => datasetFile(folder, { package: 'films', path: 'gone.csv' })).toThrow('films/gone.csv is not installed');
});

test('the name of a package does not lead out of the installed packages', () => {
  const outside = { package: '../elsewhere', path: 'data.json' };
  mkdirSync(join(folder, 'elsewhere'));
  writeFileSync(join(folder, 'elsewhere/data.json'), '[]');
  expect(() => datasetFile(join(folder, 'films'), outside)).toThrow('not the name of a package');
  expect(() => datasetFile(join(folder, 'films'), { ...outside, package: '' })).toThrow('not the name of a package');
});

test('neither a path nor a symbolic link leads out of the package', () => {
  symlinkSync(join(folder, 'secret.json'), join(folder, 'films/link.json'));
  expect(() => datasetFile(folder, { package: 'films', path: '../secret.json' })).toThrow('outside');
  expect(() => datasetFile(folder, { package: 'films', path: 'link.json' })).toThrow('outside');
});
