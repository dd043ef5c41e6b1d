import fc from 'fast-check';
import { itemsOfPage } from './section-pages';

type Kind = 'CHOICE' | 'CODE' | 'NUMERIC';
const itemsOf = (...items: readonly (readonly [Kind, string])[]) =>
  items.map(([kind, sectionId], index) => ({ kind, sectionId, position: index + 1 }));
const positions = (items: ReturnType<typeof itemsOf>, here: number): number[] => {
  const item = items[here - 1];
  return item === undefined ? [] : itemsOfPage(items, item).map(({ position }) => position);
};

test('a page has the questions of one section', () => {
  const items = itemsOf(['CHOICE', 'a'], ['NUMERIC', 'a'], ['CHOICE', 'b']);
  expect(positions(items, 2)).toEqual([1, 2]);
  expect(positions(items, 3)).toEqual([3]);
});

test('code has a page of its own, and parts what is before and after it', () => {
  const items = itemsOf(['CHOICE', 'a'], ['CODE', 'a'], ['CHOICE', 'a'], ['CHOICE', 'a']);
  expect([1, 2, 3, 4].map((here) => positions(items, here))).toEqual([[1], [2], [3, 4], [3, 4]]);
});

test('pages are the same from each of their items, and every item is on one', () => {
  const anItem = fc.tuple(fc.constantFrom<Kind>('CHOICE', 'CODE', 'NUMERIC'), fc.constantFrom('a', 'b'));
  fc.assert(
    fc.property(fc.array(anItem, { minLength: 1, maxLength: 12 }), (kinds) => {
      const items = itemsOf(...kinds);
      for (const item of items) {
        const page = itemsOfPage(items, item);
        expect(page).toContain(item);
        for (const other of page) expect(itemsOfPage(items, other)).toEqual(page);
      }
    }),
  );
});
