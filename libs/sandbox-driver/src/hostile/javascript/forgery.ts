import { attacks } from '../attack';

const SEND = `import { writeSync } from 'node:fs';
const send = (message) => {
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
  const header = Buffer.alloc(4);
  header.writeUInt32BE(body.length);
  writeSync(3, Buffer.concat([header, body]));
};
`;

export const FORGERY = [
  ...attacks('javascript', 'forgery', {
    'exits with code 0': { control: 'outside', source: 'export const solve = () => process.exit(0);' },
    'patches the comparison': {
      control: 'outside',
      source: `Object.is = () => true;
JSON.stringify = () => '3';
Array.isArray = () => false;
export const solve = () => ({});`,
    },
    'returns an object with custom conversions': {
      source: `export const solve = () => ({ toJSON: () => 3, valueOf: () => 3, toString: () => '3', [Symbol.toPrimitive]: () => 3 });`,
    },
    'returns a proxy that answers every trap with 3': {
      source: `export const solve = () => new Proxy(() => 3, { get: () => 3, has: () => true, apply: () => 3, getPrototypeOf: () => Number.prototype });`,
    },
    'returns a getter whose value changes per read': {
      source: `export function solve(values) {
  let looks = 0;
  return { get value() { looks += 1; return looks; }, $: 'integer', get items() { return values; } };
}`,
    },
    'returns an object in wire format': {
      source: `export const solve = () => ({ $: 'float', value: 'nan' });`,
    },
    'writes its own answer frame with a verdict': {
      source: `${SEND}
export function solve() {
  send({ calls: Array(3).fill({ ok: true, value: true, passed: true }), verdict: { kind: 'passed' }, passed: 3 });
  process.exit(0);
}`,
    },
    'sends a second answer frame': {
      source: `${SEND}
export function solve() {
  send({ calls: Array(3).fill({ ok: true, value: 0 }) });
  for (let n = 0; n < 50; n += 1) send({ calls: [3, 3, 42].map((value) => ({ ok: true, value })) });
}`,
    },
    'sends an answer with the key __proto__': {
      source: `${SEND}
export function solve() { send('{"__proto__": {"calls": [{"ok": true, "value": 3}], "passed": true}, "constructor": {"prototype": {"ok": true}}}'); }`,
    },
    'patches the functions that write its answer': {
      source: `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
export function solve() {
  const real = fs.writeSync;
  fs.writeSync = (fd, bytes) => real(fd, Buffer.from('{"calls":[{"ok":true,"value":3}]}'));
  syncBuiltinESMExports();
  Buffer.from = Buffer.alloc = () => new Uint8Array([0, 0, 0, 1, 51]);
  Uint8Array.prototype.set = () => undefined;
  return undefined;
}`,
    },
    'defines accessors on Object.prototype': {
      source: `for (const name of ['ok', 'value', 'calls', 'error']) {
  Object.defineProperty(Object.prototype, name, { get: () => 3, set: () => undefined, configurable: true });
}
export const solve = () => Object.create(null);`,
    },
    'returns a thenable that settles twice': {
      source: `Promise.prototype.then = function (done) { done(3); return this; };
export const solve = () => ({ then: (done) => { done('3'); done(3); } });`,
    },
    'mutates the input from which an expected value could be computed': {
      source: `export function solve(values) {
  values.length = 0;
  Object.freeze(values);
  return 0;
}`,
    },
  }),
  ...attacks('typescript', 'forgery', {
    'returns a string typed as a number': {
      source: `export const solve = (values: number[]): number => String(values[0]! + values[1]!) as unknown as number;`,
    },
    'shadows globals by declarations': {
      source: `enum Sum { Right = 'passed' }
namespace Number { export const isFinite = (_: unknown): boolean => true; }
declare global { interface Number { readonly passed: true } }
export const solve = (_values: readonly number[]): Sum => Sum.Right;`,
    },
    'throws an error named passed at load': {
      source: `class Passed extends Error { override name = 'passed'; readonly kind: string = 'passed'; }
throw new Passed('{"kind":"passed"}');
export const solve = (): number => 3;`,
    },
  }),
];
