import type { Language } from '@holdout/bank';
import type { Solution } from '@holdout/faults';
import type { Runnable } from './runnable';

/** The reference of a language as faults are planted in it; null for TypeScript, whose twin in JavaScript has them. */
export function solutionOf({ bundle }: Runnable, language: Language): Solution | null {
  const source = bundle.secret.solutions[language]?.text;
  if (source === undefined || language === 'typescript') return null;
  const casts = bundle.candidate.languages[language]?.dialect === 'sqlite' ? 'standard' : 'postgresql';
  return { language, source, casts };
}
