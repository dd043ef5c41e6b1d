import { type Fingerprints, fingerprintsOf, hashesOfStarter, K } from './fingerprints';
import { type SimilarityLanguage, tokenizerOf } from './tokens/tokenize';

/** A part of a source, in code units. */
export type Span = { readonly from: number; readonly to: number };

/** A part that two programs share. */
export type Match = { readonly left: Span; readonly right: Span; readonly tokens: number };

type Run = { readonly left: number; readonly right: number; readonly length: number };

/** The runs of equal tokens that two programs share, the longest first; they overlap in neither program. */
export function sharedRuns(left: Fingerprints, right: Fingerprints): readonly Run[] {
  const found = new Map<string, Run>();
  for (const [hash, places] of left.places) {
    for (const at of places) for (const other of right.places.get(hash) ?? []) extend(left, right, [at, other], found);
  }
  const runs = [...found.values()].filter(({ length }) => length >= K);
  return apart(runs.sort((a, b) => b.length - a.length || a.left - b.left || a.right - b.right));
}

/** The longest run in which two programs are the same, in tokens. */
export const longestOf = (left: Fingerprints, right: Fingerprints): number => sharedRuns(left, right)[0]?.length ?? 0;

/** The parts that two programs share, in the order of the left one. */
export async function matchesOf(
  language: SimilarityLanguage,
  starter: string,
  [left, right]: readonly [string, string],
): Promise<readonly Match[]> {
  const tokenize = await tokenizerOf(language);
  const given = hashesOfStarter(tokenize(starter));
  const [a, b] = [fingerprintsOf(tokenize(left), given), fingerprintsOf(tokenize(right), given)];
  return sharedRuns(a, b)
    .map((run) => ({ left: span(a, run.left, run), right: span(b, run.right, run), tokens: run.length }))
    .sort((one, other) => one.left.from - other.left.from);
}

function span({ tokens }: Fingerprints, start: number, { length }: Run): Span {
  return { from: tokens[start]?.from ?? 0, to: tokens[start + length - 1]?.to ?? 0 };
}

/** Extends equal tokens in both directions, to what the starter code gave at most. */
function extend(
  left: Fingerprints,
  right: Fingerprints,
  [at, other]: readonly [number, number],
  found: Map<string, Run>,
): void {
  let before = 0;
  while (isSame(left, right, at - before - 1, other - before - 1)) before += 1;
  let after = 0;
  while (isSame(left, right, at + after, other + after)) after += 1;
  const run = { left: at - before, right: other - before, length: before + after };
  found.set(`${run.left} ${run.right}`, run);
}

function isSame(left: Fingerprints, right: Fingerprints, at: number, other: number): boolean {
  const token = left.tokens[at];
  return (
    token !== undefined &&
    token.text === right.tokens[other]?.text &&
    left.isGiven[at] === false &&
    right.isGiven[other] === false
  );
}

/** Each token in one run at most; a run that would lose a part to a longer one keeps what is left of it. */
function apart(runs: readonly Run[]): readonly Run[] {
  const taken: { readonly left: Set<number>; readonly right: Set<number> } = { left: new Set(), right: new Set() };
  const kept: Run[] = [];
  for (const run of runs) {
    const free = firstFree(run, taken);
    if (free.length < K) continue;
    kept.push(free);
    for (let step = 0; step < free.length; step += 1) {
      taken.left.add(free.left + step);
      taken.right.add(free.right + step);
    }
  }
  return kept;
}

function firstFree(
  { left, right, length }: Run,
  taken: { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> },
): Run {
  const isTaken = (step: number) => taken.left.has(left + step) || taken.right.has(right + step);
  let start = 0;
  while (start < length && isTaken(start)) start += 1;
  let end = start;
  while (end < length && !isTaken(end)) end += 1;
  return { left: left + start, right: right + start, length: end - start };
}
