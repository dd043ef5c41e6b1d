import type { QuestionBundle, Skill } from '@holdout/bank';

/** The lower-case text that the catalogue searches: title, skills and statement, never anything secret. */
export function searchTextOf(bundle: QuestionBundle, skills: readonly Skill[]): string {
  const names = skills
    .filter((skill) => bundle.skills.includes(skill.id))
    .map((skill) => `${skill.name} ${skill.domainName}`);
  const statement = bundle.candidate.statement.replace(/[`*_$#>|\\]+/g, ' ');
  return [bundle.title, bundle.id, ...names, statement].join(' ').toLowerCase().replace(/\s+/g, ' ').slice(0, 8_000);
}
