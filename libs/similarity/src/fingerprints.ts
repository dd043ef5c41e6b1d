import { WinnowFilter } from '@dodona/dolos-core';
import type { Token } from './tokens/token';

/** Tokens in a hash: agreement on fewer says nothing. */
export const K = 12;
/** Of so many hashes in a row one is kept: what two programs share is found if it has K + WINDOW - 1 tokens or more. */
const WINDOW = 8;

const winnowing = new WinnowFilter(K, WINDOW);
const everyHash = new WinnowFilter(K, 1);

/** The hashes that a program is compared by. */
export type Fingerprints = {
  readonly tokens: readonly Token[];
  /** For each token, whether it belongs to the starter code. */
  readonly isGiven: readonly boolean[];
  /** Tokens that are the author's own. */
  readonly own: number;
  /** The hashes that were kept, in ascending order, each as often as it was; without those of the starter code. */
  readonly hashes: Int32Array;
  /** Where each was kept: the first places only, for programs that repeat themselves. */
  readonly places: ReadonlyMap<number, readonly number[]>;
};

const MOST_PLACES = 4;

/** All hashes of the starter code, wherever a program repeats a part of it. */
export function hashesOfStarter(tokens: readonly Token[]): ReadonlySet<number> {
  return new Set(everyHash.fingerprints(tokens.map(({ text }) => text)).map(({ hash }) => hash));
}

/** The fingerprints of a program, without the parts that it has from the starter code. */
export function fingerprintsOf(tokens: readonly Token[], starter: ReadonlySet<number>): Fingerprints {
  const texts = tokens.map(({ text }) => text);
  const isGiven = givenTokens(texts, starter);
  const places = new Map<number, number[]>();
  const kept = winnowing.fingerprints(texts).filter(({ hash }) => !starter.has(hash));
  for (const { hash, start } of kept) {
    const known = places.get(hash) ?? [];
    if (known.length < MOST_PLACES) places.set(hash, [...known, start]);
  }
  const hashes = Int32Array.from(kept, ({ hash }) => hash).sort();
  return { tokens, isGiven, own: isGiven.filter((given) => !given).length, hashes, places };
}

function givenTokens(texts: string[], starter: ReadonlySet<number>): readonly boolean[] {
  const isGiven = texts.map(() => false);
  if (starter.size === 0) return isGiven;
  for (const { hash, start, stop } of everyHash.fingerprints(texts)) {
    if (starter.has(hash)) isGiven.fill(true, start, stop + 1);
  }
  return isGiven;
}

/** The share of both programs' fingerprints that the other has, too; 0 if neither has one. */
export function similarityOf({ hashes: left }: Fingerprints, { hashes: right }: Fingerprints): number {
  const total = left.length + right.length;
  let shared = 0;
  let [at, other] = [0, 0];
  while (at < left.length && other < right.length) {
    const [one, two] = [left[at] ?? 0, right[other] ?? 0];
    if (one < two) at += 1;
    else if (two < one) other += 1;
    else {
      const [end, otherEnd] = [endOfRun(left, at), endOfRun(right, other)];
      shared += end - at + otherEnd - other;
      [at, other] = [end, otherEnd];
    }
  }
  return total === 0 ? 0 : shared / total;
}

/** Where the next value begins in an ascending list. */
function endOfRun(hashes: Int32Array, from: number): number {
  let end = from + 1;
  while (hashes[end] === hashes[from] && end < hashes.length) end += 1;
  return end;
}
