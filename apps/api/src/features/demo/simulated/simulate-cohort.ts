import type { Rng } from '@holdout/bank';

/** What an item asks, on the scale of abilities: 0 is the middle of the cohort. */
export type SimulatedItem = {
  readonly difficulty: number;
  readonly discrimination: number;
  /** The probability that somebody who knows nothing has it right. */
  readonly guessing: number;
  /** The middle of the time that people take, in seconds. */
  readonly seconds: number;
};

export type SimulatedOutcome = {
  readonly state: 'answered' | 'omitted' | 'notReached';
  readonly isRight: boolean;
  readonly seconds: number;
};

export type SimulatedAttempt = { readonly ability: number; readonly outcomes: readonly SimulatedOutcome[] };

type Cohort = { readonly people: number; readonly items: readonly SimulatedItem[]; readonly limitSeconds: number };

/** Two numbers of a normal distribution from two uniform ones (Box and Muller); one is used. */
function normal(rng: Rng): number {
  const [u, v] = [1 - rng.next(), rng.next()];
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * People with abilities of a normal distribution who answer by the logistic model with two parameters and guessing, independently
 * given the ability. Times are log-normal, faster for who knows more; whoever runs out of time does not reach the rest, and some
 * leave out what they do not know. The same generator gives the same people.
 */
export function simulateCohort(rng: Rng, { people, items, limitSeconds }: Cohort): readonly SimulatedAttempt[] {
  return Array.from({ length: people }, () => {
    const ability = normal(rng);
    const pace = Math.exp(0.25 * normal(rng) - 0.1 * ability);
    let left = limitSeconds;
    const outcomes = items.map((item): SimulatedOutcome => {
      const seconds = Math.round(item.seconds * pace * Math.exp(0.35 * normal(rng)));
      const [knows, guesses, skips] = [rng.next(), rng.next(), rng.next()];
      if (left < seconds) {
        left = 0;
        return { state: 'notReached', isRight: false, seconds: 0 };
      }
      left -= seconds;
      const isKnown = knows < logistic(item.discrimination * (ability - item.difficulty));
      if (!isKnown && skips < 0.06) return { state: 'omitted', isRight: false, seconds };
      return { state: 'answered', isRight: isKnown || guesses < item.guessing, seconds };
    });
    return { ability, outcomes };
  });
}
