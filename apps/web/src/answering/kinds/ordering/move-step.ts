/** The steps with one moved to another index; the same array if nothing moves or the index is out of range. */
export function movedTo(steps: readonly string[], id: string, place: number): readonly string[] {
  const from = steps.indexOf(id);
  if (from === -1 || place === from || place < 0 || place >= steps.length) return steps;
  const others = steps.filter((step) => step !== id);
  return [...others.slice(0, place), id, ...others.slice(place)];
}

/** The steps with one inserted at an index, by default at the end. */
export function putIn(steps: readonly string[], id: string, place = steps.length): readonly string[] {
  const others = steps.filter((step) => step !== id);
  return [...others.slice(0, place), id, ...others.slice(place)];
}

export const leftOutOf = (steps: readonly string[], id: string): readonly string[] =>
  steps.filter((step) => step !== id);
