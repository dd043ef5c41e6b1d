import type { Explained } from './explanations-query';

type SkillScore = NonNullable<Explained['score']>['skills'][number];

/** The skill to study next: the one with the lowest share of points, if any points were lost. */
export function weakestSkill(skills: readonly SkillScore[]): SkillScore | null {
  const lost = skills.filter(({ earned, possible }) => earned < possible);
  const [weakest] = [...lost].sort((a, b) => a.earned / a.possible - b.earned / b.possible);
  return weakest ?? null;
}

type Item = {
  readonly position: number;
  readonly feedback: { readonly earned: number; readonly possible: number } | null;
};

const shareOf = ({ feedback }: Item): number => (feedback === null ? 0 : feedback.earned / feedback.possible);

/** Wrong items first, then quiz order. */
export function wrongFirst<T extends Item>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => shareOf(a) - shareOf(b) || a.position - b.position);
}
