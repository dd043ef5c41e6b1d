import type { Score } from './score';
import { totalOf } from './score';

export type SkillTotal = {
  readonly skill: string;
  readonly score: Score;
  /** How many answers the total rests on. */
  readonly n: number;
};

/**
 * What was earned per skill. An answer to a question of several skills counts whole for each of them, so these totals
 * do not add up to the total.
 */
export function totalsBySkill(
  answers: readonly { readonly skills: readonly string[]; readonly score: Score }[],
): readonly SkillTotal[] {
  const skills = [...new Set(answers.flatMap((answer) => answer.skills))].sort();
  return skills.map((skill) => {
    const scores = answers.filter((answer) => answer.skills.includes(skill)).map((answer) => answer.score);
    return { skill, score: totalOf(scores), n: scores.length };
  });
}
