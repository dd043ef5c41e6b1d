/** The address of an item by its position; the position after the last is the page before submitting. */
export const itemAddress =
  (attemptId: string, count: number) =>
  (position: number): string =>
    position > count ? `/attempts/${attemptId}/finish` : `/attempts/${attemptId}/items/${position}`;

type Item = { readonly position: number; readonly isClosed: boolean };

/**
 * The item that the address names. Where there is no way back, an item that was left shows the first open one instead;
 * null if none is open.
 */
export function placeOf<T extends Item>(items: readonly T[], asked: string, mayGoBack: boolean): T | null {
  const named = items.find(({ position }) => String(position) === asked) ?? items[0] ?? null;
  if (mayGoBack || named === null || !named.isClosed) return named;
  return items.find(({ isClosed }) => !isClosed) ?? null;
}

type Section = { readonly id: string; readonly title: string };

/** A section with its place among all; null without one. */
export function sectionOf(
  sections: readonly Section[],
  id: string | null,
): { readonly position: number; readonly title: string } | null {
  const index = sections.findIndex((section) => section.id === id);
  const found = sections[index];
  return found === undefined ? null : { position: index + 1, title: found.title };
}
