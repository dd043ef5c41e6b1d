import type { Score } from './score';
import { totalOf } from './score';

export type SkillTotal = {
  readonly skill: string;
  readonly score: Score;
  /** The number of answers in the total. */
  readonly n: number;
};

/**
 * The score of each skill, in the order of the skill ids. An answer to a question with several skills counts fully for each
 * of them, so these totals do not add up to the total of the answers.
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
