/** A pool that draws `draw` of `size` questions; a fixed question draws 1 of 1. */
export type Exposed = { readonly draw: number; readonly size: number };

export type Exposure = {
  /** The share of their questions that two people are expected to have in common. */
  readonly sharedByTwo: number;
  /** How many people can take it before, more likely than not, one of its drawn questions is given a second time. */
  readonly peopleBeforeRepeat: number;
};

/** The search ends here: a pool of this size is not the weak point of an assessment. */
const MOST_PEOPLE = 10_000;

/**
 * Exposure of the questions, for draws that are independent of each other. Two people share draw²/size questions of a pool
 * on average. The chance that k people share none is the product over i < k of C(size - i draw, draw) / C(size, draw).
 * Fixed questions are given to everyone, so they count for the first figure only. Pools that overlap repeat earlier than
 * this says.
 */
export function exposureOf(parts: readonly Exposed[]): Exposure {
  const given = parts.filter(({ draw, size }) => draw > 0 && size > 0);
  const questions = given.reduce((total, { draw }) => total + draw, 0);
  const shared = given.reduce((total, { draw, size }) => total + draw ** 2 / Math.max(size, draw), 0);
  const pools = given.filter(({ draw, size }) => size > draw);
  return {
    sharedByTwo: questions === 0 ? 0 : shared / questions,
    peopleBeforeRepeat: questions === 0 ? 0 : pools.length === 0 ? 1 : peopleBefore(pools),
  };
}

function peopleBefore(pools: readonly Exposed[]): number {
  let chance = 1;
  for (let people = 1; people < MOST_PEOPLE; people++) {
    // The next person draws none of what the earlier ones were given.
    for (const pool of pools) chance *= chanceOfNew(pool, people);
    if (chance < 0.5) return people;
  }
  return MOST_PEOPLE;
}

/** C(size - given, draw) / C(size, draw), as a product of draws one after another. */
function chanceOfNew({ draw, size }: Exposed, people: number): number {
  const given = people * draw;
  let chance = 1;
  for (let n = 0; n < draw; n++) chance *= Math.max(0, size - given - n) / (size - n);
  return chance;
}
