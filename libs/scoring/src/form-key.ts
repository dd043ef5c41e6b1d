import type { ItemPoints } from './attempt-points';

/**
 * What makes scores comparable: the question versions that count, with their weights, in any order. Attempts with the same key have
 * the same form. A withdrawn question is out of the key of everybody who had it.
 */
export function formKeyOf(items: readonly Pick<ItemPoints, 'questionVersionId' | 'weight' | 'state'>[]): string {
  return items
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ questionVersionId, weight }) => `${questionVersionId}*${weight}`)
    .sort()
    .join(' ');
}
