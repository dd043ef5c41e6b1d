import type { CallProgram } from '@holdout/sandbox';
import { LIMITS, aSandbox, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 0, javascript: 1 } });
});
afterAll(() => box.close());

function aFamily(source: string, over: Partial<CallProgram> = {}): CallProgram {
  const base = { profile: 'javascript', root: 'author', datasets: [], main: 'family.mjs', entry: 'draw' } as const;
  return { ...base, files: { 'family.mjs': source }, calls: [[]], limits: LIMITS, ...over };
}

test('calls an exported function once per call, and waits for promises', async () => {
  const source =
    'export async function draw(a, b) { console.log(a); return { sum: a + b, odd: NaN, big: 10n ** 20n }; }';
  const run = await box.run(
    aFamily(source, {
      calls: [
        [1, 2],
        [3, 4],
      ],
    }),
  );
  const rest = { odd: { $: 'float', value: 'nan' }, big: { $: 'integer', value: '100000000000000000000' } };
  expect(valuesOf(run)).toEqual([
    { sum: 3, ...rest },
    { sum: 7, ...rest },
  ]);
  expect(run.stdout).toBe('1\n3\n');
});

test('imports other files of the program', async () => {
  const files = {
    'family.mjs': "export { draw } from './lib/dice.mjs';",
    'lib/dice.mjs': 'export const draw = () => 6;',
  };
  expect(valuesOf(await box.run(aFamily('', { files })))).toEqual([6]);
});

test.each([
  ['a syntax error', 'export const draw = (;', 'SyntaxError'],
  ['a missing function', 'export const drawn = 1;', 'ReferenceError'],
])('reports %s at load', async (_name, source, type) => {
  expect((await box.run(aFamily(source))).answer).toMatchObject({ loadError: { type } });
});

test('reports the line number of an error in a call', async () => {
  const run = await box.run(aFamily('\nexport function draw() {\n  throw new TypeError("no dice");\n}'));
  expect(run.answer).toMatchObject({
    calls: [{ ok: false, error: { type: 'TypeError', message: 'no dice', line: 3 } }],
  });
});

test.each([
  ['loops forever', 'export function draw() { for (;;); }', { kind: 'overLimit', limit: 'cpu' }],
  [
    'accumulates memory',
    'export function draw() { const x = []; for (;;) x.push(Buffer.alloc(1e7, 1)); }',
    { kind: 'overLimit', limit: 'memory' },
  ],
  ['exits', 'export function draw() { process.exit(5); }', { kind: 'exited', code: 5 }],
  [
    'waits',
    'export const draw = () => new Promise((done) => setTimeout(done, 1e6));',
    { kind: 'overLimit', limit: 'wall' },
  ],
])('reports the end of a program that %s', async (_name, source, end) => {
  const limits = { ...LIMITS, cpuMs: 1000, wallMs: 'limit' in end && end.limit === 'wall' ? 1500 : 12_000 };
  expect((await box.run(aFamily(source, { limits }))).end).toEqual(end);
});

test('cannot see the host, start processes or use the network', async () => {
  const source = `
    import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
    import { spawnSync } from 'node:child_process';
    import { createConnection } from 'node:net';
    const tried = (act) => { try { return act(); } catch (error) { return error.code; } };
    export const draw = async () => ({
      root: readdirSync('/').sort(),
      environment: Object.keys(process.env).sort(),
      proc: tried(() => readFileSync('/proc/self/environ')),
      child: tried(() => spawnSync('/usr/bin/node', ['-v'])),
      write: tried(() => writeFileSync('/usr/evil', 'x')),
      network: await new Promise((done) => createConnection(1, '127.0.0.1').on('error', (e) => done(e.code)).on('connect', done)),
    });`;
  expect(valuesOf(await box.run(aFamily(source)))).toEqual([
    {
      root: ['box', 'dev', 'empty', 'etc', 'lib', 'lib64', 'tmp', 'usr'],
      environment: ['HOME', 'LANG', 'PATH', 'TMPDIR', 'UV_THREADPOOL_SIZE'],
      proc: 'ENOENT',
      child: 'ERR_ACCESS_DENIED',
      write: 'EROFS',
      network: 'EPERM',
    },
  ]);
});
