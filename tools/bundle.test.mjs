import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FILES = {
  'main.ts': "import { load } from './load';\nimport { greet } from './greet';\nconsole.log(load(), greet());",
  'load.ts': "import { parse } from './parse';\nexport const load = () => parse('1');",
  'parse.ts': 'export const parse = (text: string) => Number(text);',
  'greet.ts': "export const greet = () => 'hello';",
};

function fingerprintWith(directory, change) {
  const sources = join(directory, 'src');
  mkdirSync(sources, { recursive: true });
  for (const [name, text] of Object.entries({ ...FILES, ...change })) writeFileSync(join(sources, name), text);
  const options = { out: join(directory, 'out'), fingerprints: { 'load.sha256': join(sources, 'load.ts') } };
  const args = [{ main: join(sources, 'main.ts') }, options].map((value) => JSON.stringify(value)).join(', ');
  // Rolldown takes no functions of Jest's realm, so it runs in a process of its own.
  const bundler = pathToFileURL(join(process.cwd(), 'tools/bundle.mjs'));
  const program = `const { bundle } = await import('${bundler}'); await bundle(${args});`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return readFileSync(join(directory, 'out', 'load.sha256'), 'utf8');
}

test('the fingerprint of a module changes with its imports, and with nothing else', () => {
  const directory = mkdtempSync(join(tmpdir(), 'holdout-bundle-'));
  try {
    const before = fingerprintWith(directory, {});
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintWith(directory, { 'greet.ts': "export const greet = () => 'good morning';" })).toBe(before);
    const doubled = 'export const parse = (text: string) => 2 * Number(text);';
    expect(fingerprintWith(directory, { 'parse.ts': doubled })).not.toBe(before);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
