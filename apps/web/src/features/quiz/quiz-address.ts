type Item = { readonly position: number; readonly isAnswered: boolean };
export type Here<T> = { readonly kind: 'review' } | { readonly kind: 'item'; readonly item: T } | null;

const REVIEW = 'review';

export const REVIEW_ADDRESS = `?item=${REVIEW}`;

/** The URL of an item by its position; the position after the last is the review. */
export const itemAddress =
  (count: number) =>
  (position: number): string =>
    position > count ? REVIEW_ADDRESS : `?item=${position}`;

/** The item or review that the URL names, by default the first empty item; null for a quiz without items. */
export function hereOf<T extends Item>(items: readonly T[], asked: string | null): Here<T> {
  if (asked === REVIEW) return { kind: 'review' };
  const firstEmpty = items.find((one) => !one.isAnswered) ?? items[0];
  const item = items.find(({ position }) => String(position) === asked) ?? firstEmpty;
  return item ? { kind: 'item', item } : null;
}
