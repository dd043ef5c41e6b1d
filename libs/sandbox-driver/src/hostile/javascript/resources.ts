import { SHORT_WALL, SHORT_CPU, attacks, below, overLimit } from '../attack';

export const RESOURCES = attacks('javascript', 'resources', {
  'fills the heap with objects': {
    limits: { memoryBytes: 64 << 20 },
    ends: [overLimit('memory')],
    control: 'outside',
    source: `export function solve() {
  const held = [];
  for (let n = 0; n < 5e6; n += 1) held.push({ n, of: [n] });
  return held.length === 5e6 ? 'done' : held.length;
}`,
  },
  'fills memory outside the heap': {
    limits: { memoryBytes: 64 << 20 },
    ends: [overLimit('memory')],
    control: 'outside',
    source: `export const solve = () => Array.from({ length: 40 }, () => Buffer.alloc(1e7, 1)).length === 40 && 'done';`,
  },
  'loops in a regular expression': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    source: `export const solve = () => /^(a+)+$/.test('a'.repeat(40) + 'b');`,
  },
  'loops over microtasks': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    source: `export async function solve() {
  process.on('SIGTERM', () => undefined);
  for (;;) await undefined;
}`,
  },
  'waits on Atomics without a wake-up': {
    limits: SHORT_WALL,
    ends: [overLimit('wall')],
    source: `export const solve = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`,
  },
  'loops in native code': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    source: `import { pbkdf2Sync } from 'node:crypto';
export const solve = () => pbkdf2Sync('a', 'b', 2 ** 31 - 1, 64, 'sha512').length;`,
  },
  'exhausts file descriptors': {
    expected: below(257),
    control: 'outside',
    source: `import { closeSync, openSync } from 'node:fs';
export function solve() {
  const opened = [];
  try { while (opened.length < 600) opened.push(openSync('/dev/null')); } catch { /* none is left */ }
  opened.forEach((fd) => closeSync(fd));
  return opened.length;
}`,
  },
  'fills the tmpfs with inodes': {
    expected: below(4097),
    control: 'outside',
    source: `import { mkdirSync } from 'node:fs';
export function solve() {
  let made = 0;
  try { for (; made < 6000; made += 1) mkdirSync('d' + made); } catch { /* full */ }
  return made;
}`,
  },
  'grows a WebAssembly memory': {
    limits: { memoryBytes: 64 << 20 },
    ends: [overLimit('memory'), { kind: 'answered' }],
    source: `export function solve() {
  const pages = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  for (;;) {
    const at = pages.grow(160) * 65536;
    new Uint8Array(pages.buffer, at, 160 * 65536).fill(1);
  }
}`,
  },
  'prints endlessly': {
    ends: [overLimit('output')],
    source: `export function solve() { for (;;) process.stderr.write('x'.repeat(1e5)); }`,
  },
  'writes to its channel endlessly': {
    ends: [overLimit('output')],
    source: `import { writeSync } from 'node:fs';
export function solve() { for (;;) writeSync(3, Buffer.alloc(1e5, 65)); }`,
  },
});
