import type { CodeBundle, Language, ModelBundle } from '@holdout/bank';
import { LANGUAGES } from '@holdout/bank';
import { MaterializeError } from './errors';

/** A program that answers a question, and the language it is written in. */
export type Solution = { readonly language: Language; readonly source: string };

/**
 * The language whose reference solution says what is expected: the first of the question's in the order of `LANGUAGES`.
 * That the others agree is for the check of the bank to prove.
 */
export function referenceLanguage(languages: CodeBundle['candidate']['languages']): Language | null {
  return LANGUAGES.find((language) => languages[language] !== undefined) ?? null;
}

/** The solution whose answers are the expected ones. */
export function referenceOf({ candidate, secret }: CodeBundle | ModelBundle): Solution {
  const language = referenceLanguage(candidate.languages);
  const source = language === null ? undefined : secret.solutions[language];
  if (language === null || source === undefined) throw new MaterializeError('the question has no reference solution');
  return { language, source: source.text };
}
