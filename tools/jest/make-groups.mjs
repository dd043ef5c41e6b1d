import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = 'dist/test-groups';
const FILES = 12;
/** A mocked module stays mocked for all files of a process. */
const hasMocks = (file) => readFileSync(file, 'utf8').includes('jest.mock(');

function groupsOf(files) {
  const together = files.filter((file) => !hasMocks(file));
  const starts = Array.from({ length: Math.ceil(together.length / FILES) }, (_, index) => FILES * index);
  return [
    ...starts.map((start) => together.slice(start, start + FILES)),
    ...files.filter(hasMocks).map((file) => [file]),
  ];
}

/** Each file is a block of its own, so that its hooks run around its tests only. */
const sourceOf = (files) =>
  files
    .map((file) => `describe(${JSON.stringify(file)}, () => void require(${JSON.stringify(resolve(file))}));\n`)
    .join('');

/**
 * Writes test files that run up to twelve integration test files each. Jest loads all modules again for
 * each test file, which takes 5 s of CPU for the API and is most of the time of these tests.
 */
export function makeGroups() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const groups = groupsOf(globSync('{apps,libs}/**/*.it.test.ts').sort());
  groups.forEach((files, index) => writeFileSync(join(FOLDER, `${index + 1}.grouped.cjs`), sourceOf(files)));
}
