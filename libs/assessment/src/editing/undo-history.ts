/** The states that a person has made, with the one that is shown. */
export type UndoHistory<State> = {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last edit changed; null if the next edit is a step of its own in any case. */
  readonly editing: string | null;
};

/** More steps back than a person takes; the oldest are forgotten. */
const MOST_STEPS = 200;

/** A history with this state only. */
export function startHistory<State>(present: State): UndoHistory<State> {
  return { past: [], present, future: [], editing: null };
}

/**
 * The history after an edit. Edits of the same thing one after another, such as the characters of a title, are one step;
 * an edit without `editing` is always a step. What was undone before can no longer be redone.
 */
export function recordEdit<State>(
  history: UndoHistory<State>,
  next: State,
  editing: string | null = null,
): UndoHistory<State> {
  const isSameStep = editing !== null && editing === history.editing;
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], editing };
}

/** The next edit is a step of its own. */
export function endStep<State>(history: UndoHistory<State>): UndoHistory<State> {
  return history.editing === null ? history : { ...history, editing: null };
}

/** One step back; the same history if there is none. */
export function undo<State>({ past, present, future, ...rest }: UndoHistory<State>): UndoHistory<State> {
  if (past.length === 0) return { ...rest, past, present, future };
  const before = past[past.length - 1] as State;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], editing: null };
}

/** One undone step forward; the same history if there is none. */
export function redo<State>({ past, present, future, ...rest }: UndoHistory<State>): UndoHistory<State> {
  if (future.length === 0) return { ...rest, past, present, future };
  const after = future[0] as State;
  return { past: [...past, present], present: after, future: future.slice(1), editing: null };
}
