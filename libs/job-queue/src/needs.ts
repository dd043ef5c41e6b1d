import type { Language, LanguageShown } from '@holdout/bank';
import type { Job } from '@holdout/grading';
import { profileOf, referenceLanguage } from '@holdout/grading';
import type { Profile } from '@holdout/sandbox';

/** The languages of a job's question, as in its bundle. */
export type Languages = Readonly<Partial<Record<Language, LanguageShown>>>;

/** The profiles that a job needs. Generating cases needs Python for the generator and the language of the reference. */
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

/** A language that is not in the bundle is a bug of ours; a grader with any profile reports it. */
function profileIn(languages: Languages, language: Language): Profile {
  return profileOf(language, languages[language] ?? {});
}
