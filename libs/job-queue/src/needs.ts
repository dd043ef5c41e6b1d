import type { Language } from '@holdout/bank';
import type { Job } from '@holdout/grading';
import type { Profile } from '@holdout/sandbox';

const RUNS_IN: Readonly<Record<Language, Profile>> = { python: 'python', sql: 'postgresql' };

/** Which profiles of the sandbox a job needs; `languages` are those of the question. */
export function needsOf(job: Job, languages: readonly Language[]): readonly Profile[] {
  switch (job.kind) {
    case 'grade':
    case 'run':
      return [RUNS_IN[job.language]];
    case 'drawVariants':
      return ['javascript'];
    case 'materialize':
      return [...new Set<Profile>(['python', ...languages.map((language) => RUNS_IN[language])])];
  }
}
