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
  save: Save<T>,
  isSame: (a: T, b: T) => boolean,
): { readonly stored: StoredAnswer<T>; readonly decision: SaveDecision<T> } {
  const { current, saves } = stored;
  const known = saves.get(save.id);
  if (known !== undefined) return { stored, decision: repeated(stored, known.revision) };
  if (current === null || current.revision === save.basedOn) {
    const revision = (current?.revision ?? 0) + 1;
    return {
      stored: withSave({ current: { revision, answer: save.answer }, saves }, save, revision),
      decision: { kind: 'saved', revision },
    };
  }
  if (isSame(current.answer, save.answer)) return { stored, decision: { kind: 'saved', revision: current.revision } };
  return { stored: withSave(stored, save, null), decision: { kind: 'stale', current } };
}

function repeated<T>({ current }: StoredAnswer<T>, revision: number | null): SaveDecision<T> {
  if (revision !== null) return { kind: 'saved', revision };
  if (current === null) throw new Error('A save was refused although there was no answer.');
  return { kind: 'stale', current };
}

const withSave = <T>(stored: StoredAnswer<T>, { id, answer }: Save<T>, revision: number | null): StoredAnswer<T> => ({
  ...stored,
  saves: new Map(stored.saves).set(id, { revision, answer }),
});
