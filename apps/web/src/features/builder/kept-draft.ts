import type { UnsavedDraft } from './draft-saver';

const keyOf = (assessmentId: string): string => `holdout:builder:${assessmentId}`;

/** What an earlier visit left unsaved in this browser; null if nothing. */
export function leftDraft(storage: Storage, assessmentId: string): UnsavedDraft | null {
  try {
    const kept = storage.getItem(keyOf(assessmentId));
    return kept === null ? null : (JSON.parse(kept) as UnsavedDraft);
  } catch {
    return null;
  }
}

/** Keeps what is not saved, or forgets it. Without storage, as in a private window, nothing is kept. */
export function keepDraft(storage: Storage, assessmentId: string, unsaved: UnsavedDraft | null): void {
  try {
    if (unsaved === null) storage.removeItem(keyOf(assessmentId));
    else storage.setItem(keyOf(assessmentId), JSON.stringify(unsaved));
  } catch {
    // The page asks before it is left with unsaved changes.
  }
}
