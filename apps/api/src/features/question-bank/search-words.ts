import type { QuestionBundle, Skill } from '@holdout/bank';

const LONGEST_WORD = 60;
const MOST_WORDS = 1_000;
const ACCENTS = /[\u0300-\u036f]/g;

/** Distinct search terms of a text: lower case, without accents, split at everything but letters and digits. */
export function searchWordsIn(text: string): readonly string[] {
  const plain = text.toLowerCase().normalize('NFKD').replace(ACCENTS, '');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, LONGEST_WORD).toWellFormed()))];
}

/** Indexed terms of a question: title, subtitle, id, skills and statement, never the secret part. */
export function searchWordsOf(bundle: QuestionBundle, skills: readonly Skill[]): readonly string[] {
  const names = skills
    .filter((skill) => bundle.skills.includes(skill.id))
    .map((skill) => `${skill.name} ${skill.domainName}`);
  const { title, subtitle = '', id, candidate } = bundle;
  return searchWordsIn([title, subtitle, id, ...names, candidate.statement].join(' ')).slice(0, MOST_WORDS);
}
