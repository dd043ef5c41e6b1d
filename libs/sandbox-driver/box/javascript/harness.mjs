/**
 * What ../harness.py does for Python: reads one program from descriptor 3, calls it, and writes the answer there.
 *
 * The answer is only the program's claim. The harness keeps references to the built-ins that it needs before it loads
 * the program, so that a program that overrides built-ins is still reported correctly.
 */
import { Buffer } from 'node:buffer';
import { closeSync, mkdirSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripTypeScriptTypes } from 'node:module';
import process from 'node:process';
import { setImmediate } from 'node:timers';
import { TextEncoder } from 'node:util';
import { decodeAll } from './decode.mjs';
import { encode } from './encode.mjs';
import { describe } from './failures.mjs';

const CHANNEL = 3;
const { apply } = Reflect;
const { Promise: NativePromise } = globalThis;
const { then } = NativePromise.prototype;
const files = { close: closeSync, read: readSync, write: writeSync };
const encoder = new TextEncoder();
const utf8 = encoder.encode.bind(encoder);
const quote = JSON.stringify;
const allocate = Buffer.alloc;
const inNextTurn = setImmediate;

/** Rejects the promise that is currently awaited. */
let rejectPending = () => undefined;

function readExactly(size) {
  const buffer = allocate(size);
  let filled = 0;
  while (filled < size) {
    const count = files.read(CHANNEL, buffer, filled, size - filled, null);
    if (count === 0) process.exit(0);
    filled += count;
  }
  return buffer;
}

function writeFrame(text) {
  const body = utf8(text);
  const header = allocate(4);
  for (let place = 0; place < 4; place += 1) header[place] = body.length >>> (24 - 8 * place);
  writeAll(header);
  writeAll(body);
}

function writeAll(bytes) {
  for (let sent = 0; sent < bytes.length;) sent += files.write(CHANNEL, bytes, sent, bytes.length - sent);
}

/** The value of the promise, or the error that ended it: an uncaught exception, or an empty event loop. */
function settled(start) {
  return new NativePromise((resolve, reject) => {
    rejectPending = reject;
    apply(then, start(), [resolve, reject]);
  });
}

process.on('uncaughtException', (error) => rejectPending(error));
// In a new turn of the event loop, because beforeExit fires again only after that.
process.on('beforeExit', () => void inNextTurn(() => rejectPending(new Error('the returned promise never settles'))));

async function load({ files: texts, main, entry }) {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(`/box/${name}`), { recursive: true });
    writeFileSync(`/box/${name}`, text);
  }
  const loaded = await import(`/box/${main}`);
  const act = loaded[entry] ?? loaded.default?.[entry];
  if (typeof act === 'function') return act;
  throw new ReferenceError(`${main} exports no function named ${entry}: write "export" before it`);
}

async function call(act, values, job) {
  try {
    const value = await settled(async () => apply(act, undefined, decodeAll(values)));
    return `{"ok":true,"value":${encode(value)}}`;
  } catch (error) {
    return `{"ok":false,"error":${describe(error, job)}}`;
  }
}

async function run(job) {
  let act;
  try {
    act = await settled(() => load(job));
  } catch (error) {
    return `{"loadError":${describe(error, job)}}`;
  }
  let outcomes = '';
  for (let place = 0; place < job.calls.length; place += 1) {
    outcomes += (place === 0 ? '' : ',') + (await call(act, job.calls[place], job));
  }
  return `{"calls":[${outcomes}]}`;
}

/** The TypeScript parser takes 50 ms to load, so it is loaded before the box is ready. */
function warmUp() {
  if (process.argv[2] === 'typescript') stripTypeScriptTypes('', { mode: 'transform' });
}

async function main() {
  warmUp();
  // Blocking writes: buffered output would be lost when the process is killed.
  for (const stream of [process.stdout, process.stderr]) stream._handle.setBlocking(true);
  const spent = process.cpuUsage();
  writeFrame(quote({ cpuMs: (spent.user + spent.system) / 1000 }));
  const job = JSON.parse(readExactly(readExactly(4).readUInt32BE(0)).toString('utf8'));
  const reply = await run(job);
  // Signals the end of output before the answer, so that the driver need not wait for this process to exit.
  files.close(1);
  files.close(2);
  writeFrame(reply);
  // Waits to be killed instead of exiting, which would compete for the CPU with the driver that this write woke.
  readExactly(1);
}

void main();
