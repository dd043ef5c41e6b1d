/** Parts of at most so many, in their order. */
export function chunksOf<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
    all.slice(index * most, (index + 1) * most),
  );
}

/** The API takes at most so many invitations in one act. */
const MOST_IDS = 500;

/** Acts on many invitations, part by part; null as soon as a part fails, else how many were changed. */
export async function actOnAll(
  ids: readonly string[],
  act: (part: string[]) => Promise<number | null>,
): Promise<number | null> {
  let changed = 0;
  for (const part of chunksOf(ids, MOST_IDS)) {
    const count = await act([...part]);
    if (count === null) return null;
    changed += count;
  }
  return changed;
}
