import type { CodeBundle, Language, LoadedQuestion, ModelBundle } from '@holdout/bank';

/** A question that is answered with a program. */
export type Runnable = LoadedQuestion & { readonly bundle: CodeBundle | ModelBundle };

/** The question if it is answered with a program, else null. */
export function runnableOf(question: LoadedQuestion): Runnable | null {
  const { bundle } = question;
  return bundle.kind === 'code' || bundle.kind === 'model' ? { ...question, bundle } : null;
}

/** The languages that a question is answered in, in a fixed order. */
export function languagesOf({ bundle }: Runnable): readonly Language[] {
  return (Object.keys(bundle.candidate.languages) as Language[]).sort();
}
