import { attacks } from '../attack';

const TRIED = `const tried = async (...acts) => {
  const results = [];
  for (const act of acts) results.push(await Promise.race([
    Promise.resolve().then(act).then(() => 'done', () => 'refused'),
    new Promise((done) => setTimeout(done, 1500, 'nothing')),
  ]));
  return results;
};
`;

const refused = (count: number): readonly string[] => Array<string>(count).fill('refused');

export const ESCAPE = attacks('javascript', 'escape', {
  'starts programs by every function of the library': {
    expected: refused(5),
    control: 'outside',
    source: `${TRIED}
import * as child from 'node:child_process';
import { Worker } from 'node:worker_threads';
import cluster from 'node:cluster';
const spawned = (made) => new Promise((done, fail) => made.on('error', fail).on('exit', done));
export const solve = () => tried(() => child.execFileSync('/bin/true'), () => spawned(child.spawn('/bin/true')),
  () => child.execSync('true'), () => spawned(new Worker('1', { eval: true })),
  () => spawned(cluster.fork().on('online', function () { this.kill(); })));`,
  },
  'calls execve': {
    expected: refused(2),
    source: `${TRIED}
export const solve = () => tried(() => process.execve('/usr/bin/node', ['node', '-e', '0'], {}),
  () => process.binding('process_methods').execve('/bin/sh', ['sh'], []));`,
  },
  'connects to listeners on the host': {
    expected: refused(5),
    control: 'outside',
    source: `${TRIED}
import net from 'node:net';
import dgram from 'node:dgram';
const connected = (to) => new Promise((done, fail) => net.connect(to).on('error', fail).on('connect', function () { this.destroy(); done(); }));
const sent = () => new Promise((done, fail) => {
  const socket = dgram.createSocket('udp4').on('error', fail);
  socket.send('x', {tcp}, '127.0.0.1', (error) => { socket.close(); (error ? fail : done)(error); });
});
export const solve = () => tried(() => connected({ port: {tcp}, host: '127.0.0.1' }), () => connected({ path: '{path}' }),
  () => connected({ path: String.fromCharCode(0) + '{abstract}' }), sent,
  () => fetch('http://127.0.0.1:{tcp}/').catch((error) => { if (String(error.cause).includes('other side') || String(error.cause).includes('HTTP')) return; throw error; }));`,
  },
  'listens for connections': {
    expected: refused(2),
    control: 'outside',
    source: `${TRIED}
import net from 'node:net';
const listening = (at) => new Promise((done, fail) => { const server = net.createServer().on('error', fail).listen(at, () => { server.close(); done(); }); });
export const solve = () => tried(() => listening({ port: 0, host: '127.0.0.1' }), () => listening({ path: './socket' }));`,
  },
  'loads native code': {
    expected: refused(3),
    source: `${TRIED}
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
writeFileSync('own.node', 'x');
export const solve = () => tried(() => process.dlopen({ exports: {} }, '/usr/lib/x86_64-linux-gnu/libc.so.6'),
  () => createRequire('/box/')('./own.node'), () => process.binding('spawn_sync').spawn({}));`,
  },
  'accesses internals of Node': {
    expected: ['refused', 'refused', 'nothing here', 'refused'],
    source: `${TRIED}
import { createRequire } from 'node:module';
const require = createRequire('/box/');
export const solve = async () => {
  const [internal, inspector] = await tried(() => require('internal/bootstrap/realm'), () => require('node:inspector').open(0));
  const [wasi] = await tried(() => new (require('node:wasi').WASI)({ version: 'preview1', preopens: { '/': '/' } }));
  return [internal, inspector, typeof internalBinding === 'undefined' ? 'nothing here' : 'found', wasi];
};`,
  },
  'reads files of the host by many paths': {
    expected: [],
    control: 'outside',
    source: `import fs from 'node:fs';
const names = ['/etc/passwd', '/proc/self/root/etc/passwd', '../../../../etc/passwd', '/etc/shadow', '/proc/1/environ', '{canary}'];
export function solve() {
  names.forEach((name, place) => { try { fs.symlinkSync(name, 'link' + place); } catch { /* not allowed */ } });
  const read = (name) => { try { return fs.readFileSync(name, 'latin1').slice(0, 30); } catch { return ''; } };
  return [...names, ...names.map((_, place) => 'link' + place)].map((name) => read(name)).filter((text) => text && !text.startsWith('box:'));
}`,
  },
  'modifies a file of the host': {
    expected: refused(4),
    source: `${TRIED}
import fs from 'node:fs';
export const solve = () => tried(() => fs.writeFileSync('{canary}', 'x'), () => fs.truncateSync('{canary}'),
  () => fs.renameSync('solution.mjs', '{canary}'), () => fs.writeFileSync('/usr/lib/holdout/harness.mjs', ''));`,
  },
  'signals all process ids': {
    expected: [],
    source: `export function solve() {
  const reached = [];
  for (const target of [-1, {sentinel}, ...Array.from({ length: 3000 }, (_, n) => n + 20)]) {
    try { process.kill(target, 'SIGKILL'); reached.push(target); } catch { /* nobody */ }
  }
  return reached;
}`,
  },
  'becomes another user': {
    expected: refused(3),
    source: `${TRIED}
export const solve = () => tried(() => process.setuid(0), () => process.setgid(0), () => process.setgroups([0]));`,
  },
});
