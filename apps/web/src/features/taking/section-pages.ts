import type { QuestionKind } from '../../generated/operations';
import { isProgram } from '../../platform/kinds';

type Item = { readonly position: number; readonly kind: QuestionKind; readonly sectionId: string | null };

/**
 * The items that are on one page with the item at a position, where a section is on a page: those before and after it in its
 * section, up to one that is answered with code. Code needs the whole window, so it has a page of its own.
 */
export function itemsOfPage<T extends Item>(items: readonly T[], here: T): readonly T[] {
  if (isProgram(here)) return [here];
  const at = new Map(items.map((item) => [item.position, item]));
  const belongs = (position: number): boolean => {
    const item = at.get(position);
    return item !== undefined && item.sectionId === here.sectionId && !isProgram(item);
  };
  let [first, last] = [here.position, here.position];
  while (belongs(first - 1)) first -= 1;
  while (belongs(last + 1)) last += 1;
  return items.filter(({ position }) => first <= position && position <= last);
}

/** Whether the item shares its page with others. */
export const isOnOnePage = <T extends Item>(page: 'ITEM' | 'SECTION', items: readonly T[], here: T): boolean =>
  page === 'SECTION' && itemsOfPage(items, here).length > 1;
