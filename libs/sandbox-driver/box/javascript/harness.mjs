/**
 * What ../harness.py does for Python: reads one program from descriptor 3, calls it, and writes the answer there.
 *
 * The answer is only the program's claim. The harness keeps references to the built-ins that it needs before it loads
 * the program, so that a program that overrides built-ins is still reported correctly.
 */
import { Buffer } from 'node:buffer';
import { closeSync, mkdirSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import process from 'node:process';
import { setImmediate } from 'node:timers';
import { TextEncoder } from 'node:util';
import { decodeAll } from './decode.mjs';
import { encode } from './encode.mjs';
import { describe, describeBroken } from './failures.mjs';

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
  const broken = () => (imported === undefined ? undefined : importBroken());
  try {
    const given = decodeAll(values);
    const before = job.forbid?.mutation ? written(given) : undefined;
    const value = await settled(async () => apply(act, undefined, given));
    const answer = encode(value);
    const error = broken() ?? (before === undefined ? undefined : mutationBroken(written(given), before));
    return error === undefined ? `{"ok":true,"value":${answer}}` : `{"ok":false,"error":${error}}`;
  } catch (error) {
    return `{"ok":false,"error":${broken() ?? describe(error, job)}}`;
  }
}

/** The first module that the program imported although the question forbids it. */
let imported;

/**
 * Observes the imports of the program's own files. A rule of the exercise: a program that means to break it can, and gains
 * nothing.
 */
function watchImports(names) {
  if (names.length === 0) return;
  const plainName = (specifier) => specifier.replace(/^node:/, '');
  const isForbidden = (specifier) =>
    names.find(
      (name) => plainName(specifier) === plainName(name) || plainName(specifier).startsWith(`${plainName(name)}/`),
    );
  registerHooks({
    resolve(specifier, context, next) {
      const name = context.parentURL?.startsWith('file:///box/') ? isForbidden(specifier) : undefined;
      if (name === undefined) return next(specifier, context);
      imported ??= name;
      throw new Error(`this question does not allow the import of ${name}`);
    },
  });
}

function importBroken() {
  const message = `this question does not allow the import of ${imported}`;
  return describeBroken('ForbiddenImport', message, `{"rule":"import","name":${quote(imported)}}`);
}

/** The arguments as text, to find out later whether they were changed. */
function written(values) {
  const texts = [];
  for (let place = 0; place < values.length; place += 1) texts[place] = textOf(values[place]);
  return texts;
}

function textOf(value) {
  try {
    return encode(value);
  } catch {
    return '';
  }
}

function mutationBroken(now, before) {
  for (let place = 0; place < before.length; place += 1) {
    if (now[place] === before[place]) continue;
    const message = `the function changed argument ${place + 1}`;
    return describeBroken('Mutation', message, `{"rule":"mutation","argument":${place + 1}}`);
  }
  return undefined;
}

async function run(job) {
  let act;
  watchImports(job.forbid?.imports ?? []);
  try {
    act = await settled(() => load(job));
  } catch (error) {
    return `{"loadError":${imported === undefined ? describe(error, job) : importBroken()}}`;
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
