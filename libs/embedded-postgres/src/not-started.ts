import { closeSync, existsSync, openSync, readSync, statfsSync, statSync } from 'node:fs';

/** Why a server does not start, as far as its log says. */
export type StartFailure = {
  readonly why: 'disk full' | 'port taken' | 'left over' | 'damaged' | 'other version' | 'not readable' | 'unknown';
  /** The last lines of the log of this start. */
  readonly lines: readonly string[];
};

/** The first pattern that the log has is the cause: what comes after a full disk is its consequence. */
const CAUSES: readonly (readonly [StartFailure['why'], RegExp])[] = [
  ['disk full', /No space left on device|Disk quota exceeded/],
  ['port taken', /could not bind .*Address already in use|Is another postmaster already running on port/],
  ['left over', /pre-existing shared memory block|lock file ".*" already exists/],
  ['other version', /database files are incompatible with server/],
  ['not readable', /Permission denied|has (invalid permissions|wrong ownership)/],
  [
    'damaged',
    /could not (locate a valid checkpoint|locate required checkpoint|open file|read file|find redo location|access status)|is not a valid data directory|invalid (data|checkpoint|primary checkpoint|magic|page)|incorrect checksum|contains unexpected|PANIC:/,
  ],
];

const WORDS: Readonly<Record<StartFailure['why'], string>> = {
  'disk full': 'the disk is full',
  'port taken': 'another program uses its port',
  'left over': 'processes of an earlier server still run on its data',
  damaged: 'its files are damaged or incomplete',
  'other version': 'its files were written by another version of PostgreSQL',
  'not readable': 'it may not read its files',
  unknown: 'the end of its log says',
};

const MOST_BYTES = 64 * 1024;
const LAST_LINES = 5;
/** With less space than this, a server writes neither its files nor its log. */
const LEAST_BYTES = 1024 * 1024;

/** A server that does not start; the message says why in one sentence, with the end of its log. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
  readonly why: StartFailure['why'];

  constructor({ why, lines }: StartFailure) {
    super([`The database did not start: ${WORDS[why]}`, ...lines].join('\n').trimEnd());
    this.why = why;
  }
}

/** The cause that lines of the log name. */
export function causeIn(text: string): StartFailure {
  const why = CAUSES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
  return { why, lines: text.trimEnd().split('\n').slice(-LAST_LINES) };
}

/** Where the log ends now. */
export function placeInLog(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

function textFrom(file: string, place: number): string {
  const log = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.max(0, Math.min(MOST_BYTES, statSync(file).size - place)));
    return buffer.toString('utf8', 0, readSync(log, buffer, 0, buffer.length, place));
  } finally {
    closeSync(log);
  }
}

function isFull(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize < LEAST_BYTES;
}

/** Why the start that began at this place of the log failed. A full disk may have no space for the log either. */
export function startFailure(file: string, place: number, dataDirectory: string): StartFailure {
  const failure = causeIn(existsSync(file) ? textFrom(file, place) : '');
  return failure.why === 'unknown' && isFull(dataDirectory) ? { ...failure, why: 'disk full' } : failure;
}
