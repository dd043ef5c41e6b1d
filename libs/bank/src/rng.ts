/** A random number generator with the same sequence for the same seed, on every machine and in every version. */
export type Rng = {
  /** A number in [0, 1) with 53 random bits. */
  readonly next: () => number;
  /** An integer from `low` to `high`, inclusive. */
  readonly int: (low: number, high: number) => number;
  /** A number in [low, high). */
  readonly real: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => readonly T[];
};

/** Local constants, because a bootstrap draws tens of millions of numbers. */
const { floor } = Math;

/**
 * A generator seeded with hex digits: sfc32 (Chris Doty-Humphrey's Small Fast Chaotic generator, PractRand). Its state
 * absorbs the seed as big-endian 32-bit words, with four steps after each and twelve at the end. Variants drawn with it are
 * stored, so it must never change; `FAMILY_RUNNER` contains a copy in JavaScript, and a test compares them.
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
  if (!/^[0-9a-f]+$/i.test(seedHex)) throw new RangeError('A seed must consist of hex digits.');
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

/** The Fisher-Yates shuffle. */
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
  if (index < 0 || index >= items.length) throw new RangeError('Cannot pick from an empty list.');
  return items[index] as T;
}
