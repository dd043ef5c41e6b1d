import type { Rng } from '@holdout/bank';
import type { Fault } from './fault';

/**
 * A random sample of at most `count` faults, stratified by operator: every operator contributes one before any contributes
 * a second. In source order.
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
