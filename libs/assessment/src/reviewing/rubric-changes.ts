/** A criterion as two versions of a rubric may describe it. */
export type DescribedCriterion = {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly levels: readonly string[];
};

/** One difference between two versions of a rubric. A level of null does not exist in that version. */
export type RubricChange =
  | { readonly kind: 'added' | 'removed'; readonly criterion: DescribedCriterion }
  | { readonly kind: 'title'; readonly id: string; readonly before: string; readonly after: string }
  | { readonly kind: 'weight'; readonly id: string; readonly before: number; readonly after: number }
  | {
      readonly kind: 'level';
      readonly id: string;
      readonly level: number;
      readonly before: string | null;
      readonly after: string | null;
    };

/** What differs between two versions of a rubric, criterion by criterion; empty if answers are marked alike by both. */
export function rubricChanges(
  before: readonly DescribedCriterion[],
  after: readonly DescribedCriterion[],
): readonly RubricChange[] {
  const removed = before.filter(({ id }) => !after.some((each) => each.id === id));
  return [
    ...removed.map((criterion): RubricChange => ({ kind: 'removed', criterion })),
    ...after.flatMap((criterion): readonly RubricChange[] => {
      const old = before.find(({ id }) => id === criterion.id);
      return old === undefined ? [{ kind: 'added', criterion }] : changesOf(old, criterion);
    }),
  ];
}

function changesOf(old: DescribedCriterion, now: DescribedCriterion): readonly RubricChange[] {
  const { id } = now;
  const title = { kind: 'title', id, before: old.title, after: now.title } as const;
  const weight = { kind: 'weight', id, before: old.weight, after: now.weight } as const;
  const places = Array.from({ length: Math.max(old.levels.length, now.levels.length) }, (_, level) => level);
  const levels = places.map((level) => {
    const [before, after] = [old.levels[level] ?? null, now.levels[level] ?? null];
    return { kind: 'level', id, level, before, after } as const;
  });
  return [title, weight, ...levels].filter((change) => change.before !== change.after);
}
