import type { QuestionBundle, Skill } from '@holdout/bank';

/**
 * The lower-case words that the catalogue searches: of title, skills and statement, never of anything secret. Each stands
 * once, which is all that a search for single words needs: short texts lie beside their rows and are read fast.
 */
export function searchTextOf(bundle: QuestionBundle, skills: readonly Skill[]): string {
  const names = skills
    .filter((skill) => bundle.skills.includes(skill.id))
    .map((skill) => `${skill.name} ${skill.domainName}`);
  const statement = bundle.candidate.statement.replace(/[`*_$#>|\\]+/g, ' ');
  const words = [bundle.title, bundle.id, ...names, statement].join(' ').toLowerCase().split(/\s+/);
  return [...new Set(words)].join(' ').slice(0, 8_000);
}
