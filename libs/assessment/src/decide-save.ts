/** What is stored of one item's answer. `T` is an answer; equal texts are equal answers. */
export type StoredAnswer<T> = {
  /** The current answer; null before the first save. */
  readonly current: { readonly revision: number; readonly answer: T } | null;
  /** Every save that was accepted or kept, by its id; refused ones have no number. */
  readonly saves: ReadonlyMap<string, { readonly revision: number | null; readonly answer: T }>;
};

export type Save<T> = { readonly id: string; readonly basedOn: number; readonly answer: T };

export type SaveDecision<T> =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'stale'; readonly current: { readonly revision: number; readonly answer: T } };

/** What an item that was never answered has stored. */
export const neverAnswered = <T>(): StoredAnswer<T> => ({ current: null, saves: new Map() });

/**
 * The rule for a save to an open item: it becomes the next revision if it builds on the current one. Otherwise it is
 * refused and kept without a number, and nothing is overwritten. A save that repeats a known id gets the outcome of the
 * first; one that says what the current answer says needs no revision of its own.
 *
 * `ResponseRepository` implements it in SQL, under the item's row lock; a test runs both on the same random saves.
 */
export function decideSave<T>(
  stored: StoredAnswer<T>,
  { id, basedOn, answer }: Save<T>,
  isSame: (a: T, b: T) => boolean,
): { readonly stored: StoredAnswer<T>; readonly decision: SaveDecision<T> } {
  const { current, saves } = stored;
  const known = saves.get(id);
  if (known?.revision != null) return { stored, decision: { kind: 'saved', revision: known.revision } };
  if (current === null || (known === undefined && current.revision === basedOn)) {
    const revision = (current?.revision ?? 0) + 1;
    const next = { current: { revision, answer }, saves: new Map(saves).set(id, { revision, answer }) };
    return { stored: next, decision: { kind: 'saved', revision } };
  }
  if (known !== undefined) return { stored, decision: { kind: 'stale', current } };
  if (isSame(current.answer, answer)) return { stored, decision: { kind: 'saved', revision: current.revision } };
  const kept = { current, saves: new Map(saves).set(id, { revision: null, answer }) };
  return { stored: kept, decision: { kind: 'stale', current } };
}
