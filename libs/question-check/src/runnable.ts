import type { CodeBundle, Language, LoadedQuestion, ModelBundle } from '@holdout/bank';
import type { Solution } from '@holdout/faults';

/** A question that is answered with a program. */
export type Runnable = LoadedQuestion & { readonly bundle: CodeBundle | ModelBundle };

/** The question if it is answered with a program, else null. */
export function runnableOf(question: LoadedQuestion): Runnable | null {
  const { bundle } = question;
  return bundle.kind === 'code' || bundle.kind === 'model' ? { ...question, bundle } : null;
}

/** The languages of a question, in alphabetical order. */
export function languagesOf({ bundle }: Runnable): readonly Language[] {
  return (Object.keys(bundle.candidate.languages) as Language[]).sort();
}

/** The reference in a language, for planting faults; null for TypeScript, whose faults are planted in JavaScript's reference. */
export function solutionOf({ bundle }: Runnable, language: Language): Solution | null {
  const source = bundle.secret.solutions[language]?.text;
  if (source === undefined || language === 'typescript') return null;
  const casts = bundle.candidate.languages[language]?.dialect === 'sqlite' ? 'standard' : 'postgresql';
  return { language, source, casts };
}
