import type { ItemPoints } from './attempt-points';

/** Skills of which every item was withdrawn, so that a report says why they have no figure. In the order of the skill ids. */
export function withdrawnSkills(items: readonly Pick<ItemPoints, 'skills' | 'state'>[]): readonly string[] {
  const counting = new Set(items.filter(({ state }) => state !== 'withdrawn').flatMap(({ skills }) => skills));
  const all = new Set(items.flatMap(({ skills }) => skills));
  return [...all].filter((skill) => !counting.has(skill)).sort();
}
