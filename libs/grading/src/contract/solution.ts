import type { CodeBundle, Language, ModelBundle } from '@holdout/bank';
import { LANGUAGES } from '@holdout/bank';
import { MaterializeError } from './errors';

/** A program that answers a question, with its language. */
export type Solution = { readonly language: Language; readonly source: string };

/**
 * The language whose reference solution produces the expected outputs: the first of the question's languages in the order
 * of `LANGUAGES`, or null without languages. The check of the bank proves that the other references agree.
 */
export function referenceLanguage(languages: CodeBundle['candidate']['languages']): Language | null {
  return LANGUAGES.find((language) => languages[language] !== undefined) ?? null;
}

/** The solution that produces the expected outputs. Throws `MaterializeError` if the question has none. */
export function referenceOf({ candidate, secret }: CodeBundle | ModelBundle): Solution {
  const language = referenceLanguage(candidate.languages);
  const source = language === null ? undefined : secret.solutions[language];
  if (language === null || source === undefined) throw new MaterializeError('the question has no reference solution');
  return { language, source: source.text };
}
