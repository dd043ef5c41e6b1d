import type { Rng } from '@holdout/bank';
import type { Fault } from './fault';

/**
 * At most `count` of the faults, by the dice, spread over the operators: each gives one before any gives a second.
 * In the order of their places.
 */
export function chooseFaults(faults: readonly Fault[], count: number, rng: Rng): readonly Fault[] {
  const piles = new Map<string, Fault[]>();
  for (const fault of rng.shuffle(faults)) piles.set(fault.operator, [...(piles.get(fault.operator) ?? []), fault]);
  const chosen: Fault[] = [];
  const order = [...piles.keys()].sort();
  for (let round = 0; chosen.length < Math.min(count, faults.length); round++) {
    for (const operator of order) {
      const fault = piles.get(operator)?.[round];
      if (fault && chosen.length < count) chosen.push(fault);
    }
  }
  return chosen.sort((a, b) => a.line - b.line || a.column - b.column || a.name.localeCompare(b.name));
}
