/**
 * The JavaScript counterpart of ../harness.py: reads one program from descriptor 3, calls it, answers there.
 *
 * Nothing it says is more than the program's claim. What it needs of the language it takes before the program is
 * loaded, so that a file that changes what is built in is still reported as it ran.
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
const room = Buffer.alloc;
const later = setImmediate;

/** Ends the wait for what may never come. */
let giveUp = () => undefined;

function readExactly(size) {
  const buffer = room(size);
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
  const header = room(4);
  for (let place = 0; place < 4; place += 1) header[place] = body.length >>> (24 - 8 * place);
  writeAll(header);
  writeAll(body);
}

function writeAll(bytes) {
  for (let sent = 0; sent < bytes.length;) sent += files.write(CHANNEL, bytes, sent, bytes.length - sent);
}

/** What the promise comes to, or the error that made it hopeless: one thrown beside it, or nothing left to wait for. */
function settled(start) {
  return new NativePromise((resolve, reject) => {
    giveUp = reject;
    apply(then, start(), [resolve, reject]);
  });
}

process.on('uncaughtException', (error) => giveUp(error));
// In a turn of its own, since only then is the next wait without end noticed too.
process.on('beforeExit', () => void later(() => giveUp(new Error('a promise is waited for that nothing settles'))));

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

/** What reads TypeScript takes 50 ms to load, which is better done while nobody waits. */
function warmUp() {
  if (process.argv[2] === 'typescript') stripTypeScriptTypes('', { mode: 'transform' });
}

async function main() {
  warmUp();
  // Otherwise what is printed faster than it is read waits in memory, and is lost when the program ends.
  for (const stream of [process.stdout, process.stderr]) stream._handle.setBlocking(true);
  const spent = process.cpuUsage();
  writeFrame(quote({ cpuMs: (spent.user + spent.system) / 1000 }));
  const job = JSON.parse(readExactly(readExactly(4).readUInt32BE(0)).toString('utf8'));
  const reply = await run(job);
  // Lets the driver know that nothing more will come, without its waiting for this process to be taken apart.
  files.close(1);
  files.close(2);
  writeFrame(reply);
  // Waiting to be ended, rather than ending, leaves the processor to the driver, which is what this woke.
  readExactly(1);
}

void main();
