/** Dice that fall the same way for the same seed, on every machine and in every version. */
export type Rng = {
  /** A number from 0 up to but without 1, of 53 random bits. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both possible. */
  readonly int: (low: number, high: number) => number;
  /** A number from `low` up to but without `high`. */
  readonly real: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => readonly T[];
};

/** Looked up once: a bootstrap rolls tens of millions of times. */
const { floor } = Math;

/**
 * Dice seeded with hex digits: sfc32 (Chris Doty-Humphrey's Small Fast Chaotic generator, PractRand), whose state
 * takes the seed up as big-endian 32-bit words, with four steps after each and twelve at the end. What it gives is
 * stored as variants, so it may never change; `FAMILY_RUNNER` holds the same in JavaScript and a test compares them.
 */
export function rngOf(seedHex: string): Rng {
  const word = sfc32(wordsOf(seedHex));
  const next = (): number => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
  const int = (low: number, high: number): number => low + floor(next() * (high - low + 1));
  return {
    next,
    int,
    real: (low, high) => low + next() * (high - low),
    pick: (items) => elementAt(items, int(0, items.length - 1)),
    shuffle: (items) => shuffled(items, int),
  };
}

function wordsOf(seedHex: string): readonly number[] {
  if (!/^[0-9a-f]+$/i.test(seedHex)) throw new RangeError('A seed is written in hex digits.');
  const words = seedHex.match(/.{1,8}/g) ?? [];
  return words.map((digits) => Number.parseInt(digits.padEnd(8, '0'), 16));
}

function sfc32(seed: readonly number[]): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const steps = (count: number): void => {
    for (let done = 0; done < count; done++) step();
  };
  for (const word of seed) {
    a ^= word;
    steps(4);
  }
  steps(12);
  return step;
}

/** Fisher and Yates, from the end. */
function shuffled<T>(items: readonly T[], int: Rng['int']): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = int(0, last);
    const moved = elementAt(order, last);
    order[last] = elementAt(order, chosen);
    order[chosen] = moved;
  }
  return order;
}

function elementAt<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError('There is nothing to pick from.');
  return items[index] as T;
}
