import { attacks } from '../attack';

export const PERSISTENCE = attacks('javascript', 'persistence', {
  'pollutes shared prototypes': {
    control: 'outside',
    source: `export function solve() {
  Object.prototype.admin = true;
  Array.prototype.map = () => ['evil'];
  globalThis.left = 1;
}`,
    next: {
      expected: ['no', [2], 'no'],
      source: `export const solve = () => [({}).admin ? 'yes' : 'no', [1].map((x) => x + 1), globalThis.left ? 'yes' : 'no'];`,
    },
  },
  'patches a built-in module': {
    control: 'outside',
    source: `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
export function solve() {
  fs.existsSync = () => 'evil';
  syncBuiltinESMExports();
  process.env.LEFT = 'behind';
}`,
    next: {
      expected: [false, 'no'],
      source: `import { existsSync } from 'node:fs';
export const solve = () => [existsSync('/nowhere'), process.env.LEFT ?? 'no'];`,
    },
  },
  'leaves files that a later process would load': {
    control: 'outside',
    source: `import fs from 'node:fs';
export function solve() {
  for (const folder of ['.', '/usr/lib/holdout', '/usr/lib', '/etc', '/dev'].slice(0, import.meta.url.includes('/box/') ? 9 : 1)) {
    for (const name of ['package.json', 'node_modules', 'left.mjs']) {
      try { if (name === 'node_modules') fs.mkdirSync(folder + '/' + name); else fs.writeFileSync(folder + '/' + name, '{}'); } catch { /* refused */ }
    }
  }
}`,
    next: {
      expected: [],
      source: `import fs from 'node:fs';
export const solve = () => ['.', '/usr/lib/holdout', '/usr/lib', '/etc', '/dev'].filter((folder) => fs.existsSync(folder + '/left.mjs'));`,
    },
  },
  'continues after its answer': {
    expected: 1,
    source: `import fs from 'node:fs';
export function solve() {
  const later = () => fs.appendFileSync('/box/late.txt', 'x');
  setInterval(later, 1);
  process.on('exit', () => { for (;;) later(); });
  process.on('beforeExit', later);
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGUSR2']) process.on(signal, later);
  return 1;
}`,
    next: {
      expected: ['solution.mjs'],
      source: `import fs from 'node:fs';
export const solve = () => new Promise((done) => setTimeout(() => done(fs.readdirSync('/box')), 200));`,
    },
  },
  'registers a module loader hook': {
    source: `import { register } from 'node:module';
export async function solve() {
  const hook = 'data:text/javascript,export const load = () => ({ format: "module", shortCircuit: true, source: "export const solve = () => 666" });';
  try { register(hook); } catch { /* refused */ }
}`,
    next: {
      expected: 42,
      source: `export const solve = async () => (await import('data:text/javascript,export const n = 42;')).n;`,
    },
  },
});
