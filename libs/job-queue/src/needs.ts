import type { Language, LanguageShown } from '@holdout/bank';
import type { Job } from '@holdout/grading';
import { profileOf, referenceLanguage } from '@holdout/grading';
import type { Profile } from '@holdout/sandbox';

/** The languages of the question that a job is about, as its bundle states them. */
export type Languages = Readonly<Partial<Record<Language, LanguageShown>>>;

/** Which profiles of the sandbox a job needs. Cases need Python for the generator, and the language of the reference. */
export function needsOf(job: Job, languages: Languages): readonly Profile[] {
  switch (job.kind) {
    case 'grade':
    case 'run':
      return [profileIn(languages, job.language)];
    case 'drawVariants':
      return ['javascript'];
    case 'materialize': {
      const reference = referenceLanguage(languages);
      return [...new Set<Profile>(['python', ...(reference === null ? [] : [profileIn(languages, reference)])])];
    }
  }
}

/** A language that the bundle does not state is a bug of ours, which the grader names: any profile leads there. */
function profileIn(languages: Languages, language: Language): Profile {
  return profileOf(language, languages[language] ?? {});
}
