/**
 * The JavaScript counterpart of harness.py: reads one program from descriptor 3, calls it, answers there.
 * Nothing it says is more than the program's claim.
 */
import { Buffer } from 'node:buffer';
import { mkdirSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

const CHANNEL = 3;
const DEEPEST = 100;

function readExactly(size) {
  const buffer = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(CHANNEL, buffer, filled, size - filled, null);
    if (count === 0) process.exit(0);
    filled += count;
  }
  return buffer;
}

function writeFrame(message) {
  const body = Buffer.from(JSON.stringify(message));
  const frame = Buffer.alloc(4 + body.length);
  frame.writeUInt32BE(body.length);
  body.copy(frame, 4);
  for (let sent = 0; sent < frame.length;) sent += writeSync(CHANNEL, frame, sent);
}

function encode(value, depth = 0) {
  if (depth > DEEPEST) throw new RangeError(`the answer is nested more than ${DEEPEST} levels deep`);
  const encoder = ENCODERS[typeof value];
  return encoder ? encoder(value, depth) : opaque(value);
}

const ENCODERS = {
  undefined: () => null,
  string: (value) => value,
  boolean: (value) => value,
  bigint: (value) => ({ $: 'integer', value: value.toString() }),
  number: encodeNumber,
  object: encodeObject,
};

function opaque(value) {
  return { $: 'opaque', type: value?.constructor?.name ?? typeof value };
}

function encodeNumber(value) {
  if (Number.isFinite(value)) return value;
  return { $: 'float', value: Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf' };
}

function encodeObject(value, depth) {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => encode(item, depth + 1));
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return opaque(value);
  const entries = Object.entries(value).map(([key, item]) => [key, encode(item, depth + 1)]);
  return Object.hasOwn(value, '$') ? { $: 'entries', items: entries } : Object.fromEntries(entries);
}

function describe(error, main) {
  const type = typeof error?.name === 'string' ? error.name : typeof error;
  const message = String(error?.message ?? error).slice(0, 2000);
  const own = ownLines(error);
  const line = /:(\d+)/.exec(own.find((text) => text.includes(main)) ?? '')?.[1];
  const traceback = [`${type}: ${message}`, ...own].join('\n');
  return { type, message, traceback, ...(line && { line: Number(line) }) };
}

/** Lines of the stack in the program's own files, named as the program knows them. */
function ownLines(error) {
  const stack = typeof error?.stack === 'string' ? error.stack : '';
  const lines = stack.split('\n').filter((line) => line.includes('/box/'));
  return lines.slice(0, 20).map((line) => line.replace(/(file:\/\/)?\/box\//, ''));
}

async function load({ files, main, entry }) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(`/box/${name}`), { recursive: true });
    writeFileSync(`/box/${name}`, text);
  }
  const loaded = await import(`/box/${main}`);
  if (typeof loaded[entry] !== 'function') throw new ReferenceError(`${main} exports no function named ${entry}`);
  return loaded[entry];
}

async function call(act, values, main) {
  try {
    return { ok: true, value: encode(await act(...values)) };
  } catch (error) {
    return { ok: false, error: describe(error, main) };
  }
}

async function run(job) {
  let act;
  try {
    act = await load(job);
  } catch (error) {
    return { loadError: describe(error, job.main) };
  }
  const calls = [];
  for (const values of job.calls) calls.push(await call(act, values, job.main));
  return { calls };
}

const spent = process.cpuUsage();
writeFrame({ cpuMs: (spent.user + spent.system) / 1000 });
const job = JSON.parse(readExactly(readExactly(4).readUInt32BE(0)).toString('utf8'));
writeFrame(await run(job));
// Waiting to be ended, rather than ending, leaves the processor to the driver, which is what this woke.
readExactly(1);
