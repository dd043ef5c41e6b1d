import type { AssessmentContent, ContentEntry } from '../draft';
import { type Demand, shortfallOf } from './draw-feasibility';

/** The part of a random number generator that a draw needs; `rngOf` of `@holdout/bank` makes one. */
type Shuffles = { readonly shuffle: <T>(items: readonly T[]) => readonly T[] };

/** One question of an attempt. */
export type DrawnQuestion = {
  readonly sectionId: string;
  readonly entryId: string;
  readonly weight: number;
  readonly questionVersionId: string;
};

type PoolOf = Extract<ContentEntry, { readonly kind: 'pool' }>;
type Open = { readonly pool: PoolOf; left: number; readonly options: Set<string> };

/**
 * The questions of one attempt, in the order of the sections. A pool draws at random among its options, but takes none that
 * another pool cannot do without: if the pools of the draft can be drawn at all (`checkDraft`), every seed draws them.
 *
 * A pool with `unseenOnly` takes versions in `seen` only if there are too few others.
 */
export function drawQuestions({
  sections,
  rng,
  seen,
}: {
  readonly sections: AssessmentContent['sections'];
  readonly rng: Shuffles;
  readonly seen: ReadonlySet<string>;
}): readonly DrawnQuestion[] {
  const entries = sections.flatMap((section) => section.entries);
  const drawn = drawPools(entries, rng, seen);
  return sections.flatMap(({ id: sectionId, entries: ofSection }) =>
    ofSection.flatMap(({ id: entryId, weight, ...entry }) => {
      const versions = entry.kind === 'question' ? [entry.questionVersionId] : (drawn.get(entryId) ?? []);
      return versions.map((questionVersionId) => ({ sectionId, entryId, weight, questionVersionId }));
    }),
  );
}

function drawPools(
  entries: readonly ContentEntry[],
  rng: Shuffles,
  seen: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const fixed = new Set(entries.flatMap((entry) => (entry.kind === 'question' ? [entry.questionVersionId] : [])));
  const open = entries
    .filter((entry) => entry.kind === 'pool')
    .map((pool): Open => ({ pool, left: pool.draw, options: optionsOf(pool, fixed) }));
  const drawn = new Map<string, readonly string[]>();
  for (const one of open) drawn.set(one.pool.id, drawOne(one, open, orderOf(one, rng, seen)));
  return drawn;
}

function optionsOf(pool: PoolOf, fixed: ReadonlySet<string>): Set<string> {
  return new Set(pool.questionVersionIds.filter((id) => !fixed.has(id)));
}

/** A random order, seen versions last where the pool prefers unseen ones. */
function orderOf({ pool, options }: Open, rng: Shuffles, seen: ReadonlySet<string>): readonly string[] {
  const order = rng.shuffle([...options].sort());
  if (!pool.unseenOnly) return order;
  return [...order.filter((id) => !seen.has(id)), ...order.filter((id) => seen.has(id))];
}

function drawOne(one: Open, all: readonly Open[], order: readonly string[]): readonly string[] {
  const taken: string[] = [];
  for (const id of order) {
    if (one.left === 0) break;
    if (!one.options.has(id) || !canSpare(id, one, all)) continue;
    taken.push(id);
    one.left -= 1;
    for (const { options } of all) options.delete(id);
  }
  return taken;
}

/**
 * Whether all pools can still draw their numbers after this one has taken the version. A pool with more options than all
 * pools together still draw can spare any of them.
 */
function canSpare(id: string, one: Open, all: readonly Open[]): boolean {
  const total = all.reduce((sum, { left }) => sum + left, 0);
  const needs = ({ left, options }: Open): boolean => left > 0 && options.size <= total && options.has(id);
  if (!all.some((other) => other !== one && needs(other))) return true;
  const before = all.map(({ left, options }): Demand<string> => ({ need: left, options }));
  const after = all.map((other): Demand<string> => {
    const options = new Set(other.options);
    options.delete(id);
    return { need: other === one ? other.left - 1 : other.left, options };
  });
  return shortfallOf(after) <= shortfallOf(before);
}
