/** A run of rows, by their places from 0, inclusive. */
export type Run = { readonly first: number; readonly last: number };
/** What a row shows of a lane: nothing, or its part of a bracket. */
export type Part = 'none' | 'start' | 'middle' | 'end';

/** More lines side by side would not be read. */
const MOST_LANES = 4;

/**
 * Brackets beside a table: for each row its part of each lane. Runs overlap, so they get lanes of their own; where there is none free, a
 * run is left out, because those beside it say almost the same.
 */
export function lanesOf(runs: readonly Run[], rows: number): readonly (readonly Part[])[] {
  const ends: number[] = [];
  const placed: { readonly run: Run; readonly lane: number }[] = [];
  for (const run of runs) {
    const free = ends.findIndex((end) => end < run.first);
    const lane = free === -1 ? ends.length : free;
    if (lane >= MOST_LANES) continue;
    ends[lane] = run.last;
    placed.push({ run, lane });
  }
  return Array.from({ length: rows }, (_, row) =>
    ends.map((_end, lane) => {
      const own = placed.find((each) => each.lane === lane && each.run.first <= row && row <= each.run.last);
      return own === undefined ? 'none' : partOf(own.run, row);
    }),
  );
}

function partOf({ first, last }: Run, row: number): Part {
  if (row === first) return 'start';
  return row === last ? 'end' : 'middle';
}
