import { attacks } from '../attack';

const VICTIM = `globalThis.kept = Array.from({ length: 200 }, (_, n) => ['PREVIOUS', 'SECRET', n].join('-'));
export const solve = () => globalThis.kept.length;`;

export const SNOOPING = attacks('javascript', 'snooping', {
  'looks for a secret in process.env and the diagnostic report': {
    expected: [false, false],
    control: 'outside',
    source: `export function solve() {
  let report = '';
  try { report = JSON.stringify(process.report.getReport()); } catch { /* refused */ }
  return [Object.values(process.env).includes('{secret}'), report.includes('{secret}')];
}`,
  },
  'searches a heap snapshot for data of the previous program': {
    before: VICTIM,
    expected: false,
    control: 'outside',
    limits: { memoryBytes: 256 << 20, cpuMs: 20_000, wallMs: 40_000 },
    source: `import v8 from 'node:v8';
export async function solve() {
  let text = '';
  for await (const part of v8.getHeapSnapshot()) text += part;
  return text.includes(['PREVIOUS', 'SECRET', 7].join('-'));
}`,
  },
  'searches uninitialised memory': {
    before: VICTIM,
    expected: false,
    source: `export function solve() {
  for (let n = 0; n < 3000; n += 1) if (Buffer.allocUnsafeSlow(65536).includes(['PREVIOUS', 'SECRET'].join('-'))) return true;
  return false;
}`,
  },
  'identifies the host and its users': {
    expected: ['box', [], 0, 'box'],
    control: 'outside',
    source: `import os from 'node:os';
const asked = (act, otherwise) => { try { return act(); } catch { return otherwise; } };
export const solve = () => [os.hostname(), asked(() => Object.keys(os.networkInterfaces()), []), process.ppid,
  asked(() => os.userInfo().username, 'nobody')];`,
  },
  'looks for other processes': {
    concurrent: {
      source: `export const solve = () => new Promise((done) => setTimeout(done, 700, 'undisturbed'));`,
      expected: 'undisturbed',
    },
    expected: [],
    control: 'outside',
    source: `const isThere = (pid) => { try { process.kill(pid, 0); return true; } catch (error) { return error.code === 'EPERM' && pid > 1 && false; } };
export const solve = () => Array.from({ length: 40000 }, (_, n) => n + 20).filter((pid) => pid !== process.pid && isThere(pid)).slice(0, 5);`,
  },
  'looks for arguments and paths of the driver': {
    expected: [],
    source: `import fs from 'node:fs';
const words = ['/tmp/box-' + 'test', 'hostile-', 'cgroup'];
export function solve() {
  const places = [JSON.stringify(process.argv), JSON.stringify(process.execArgv), JSON.stringify(process.config ?? {}), process.cwd(), process.title];
  for (const name of ['/proc/self/cmdline', '/proc/self/cgroup', '/proc/self/mountinfo', '/proc/net/unix']) {
    try { places.push(fs.readFileSync(name, 'latin1')); } catch { /* not there */ }
  }
  return words.filter((word) => places.some((text) => text.includes(word)));
}`,
  },
});
