import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildRecord } from './up-to-date.mjs';

const top = mkdtempSync(join(tmpdir(), 'up-to-date-'));
afterAll(() => rmSync(top, { recursive: true }));

let root;
const at = (path) => join(root, path);
function put(path, text) {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

/** A new checkout for each test. */
function checkout() {
  root = mkdtempSync(join(top, 'checkout-'));
  put('apps/cli/src/main.ts', 'one');
  put('libs/bank/src/index.ts', 'two');
  put('nx.json', '{}');
  put('dist/cli/main.mjs', 'built');
}

const recordOf = () =>
  buildRecord(root, {
    record: 'dist/built/cli',
    sources: ['apps', 'libs', 'nx.json', 'absent'],
    outputs: ['dist/cli'],
  });

function build() {
  const record = recordOf();
  record.store(record.before());
}

test('a build is not current before it is stored, and is afterwards', () => {
  checkout();
  expect(recordOf().isCurrent()).toBe(false);
  build();
  expect(recordOf().isCurrent()).toBe(true);
});

test.each([
  ['a source is written', () => put('libs/bank/src/index.ts', 'owt')],
  ['a source has an older time', () => utimesSync(at('nx.json'), 0, 0)],
  ['a source is added', () => put('libs/bank/src/new.ts', '')],
  ['a source is removed', () => rmSync(at('libs/bank/src/index.ts'))],
  ['a source is renamed', () => renameSync(at('libs/bank/src/index.ts'), at('libs/bank/src/main.ts'))],
  ['an output is written by another build', () => put('dist/cli/main.mjs', 'other')],
  ['the outputs are removed', () => rmSync(at('dist/cli'), { recursive: true })],
  ['the record is damaged', () => put('dist/built/cli', '{')],
])('a build is no longer current when %s', (_what, change) => {
  checkout();
  build();
  change();
  expect(recordOf().isCurrent()).toBe(false);
});

test('generated files do not count, because the build writes them', () => {
  checkout();
  build();
  put('apps/cli/src/generated/types.ts', 'new');
  put('apps/api/schema.graphql', 'merged');
  expect(recordOf().isCurrent()).toBe(true);
});

test('a source that changes during the build makes the next one necessary', () => {
  checkout();
  const record = recordOf();
  const before = record.before();
  put('apps/cli/src/main.ts', 'changed meanwhile');
  record.store(before);
  expect(recordOf().isCurrent()).toBe(false);
});
