import type { Language, LanguageShown } from '@holdout/bank';
import { PROFILES } from '@holdout/sandbox';
import type { CallProfile, Profile, SqlProfile } from '@holdout/sandbox';

/**
 * The profiles that an installation needs to offer these languages, in the order of `PROFILES`. Python and JavaScript are
 * always among them, because generators and numeric families are written in them.
 */
export function profilesFor(languages: readonly Language[]): readonly Profile[] {
  const needed: ReadonlySet<Profile> = new Set<Profile>([
    'python',
    'javascript',
    ...languages.flatMap((language) => PROFILES_OF[language]),
  ]);
  return PROFILES.filter((profile) => needed.has(profile));
}

const PROFILES_OF: Readonly<Record<Language, readonly Profile[]>> = {
  python: ['python', 'python-plain'],
  sql: ['postgresql', 'sqlite'],
  r: ['r'],
  javascript: ['javascript'],
  typescript: ['javascript'],
};

type Stated = Pick<LanguageShown, 'packages' | 'dialect'>;

/** The profile of the sandbox that runs a language of a question. */
export function profileOf(language: Language, shown: Stated): Profile {
  return language === 'sql' ? sqlProfileOf(shown) : callProfileOf(language, shown);
}

/** The profile that runs a SQL answer: its dialect, PostgreSQL by default. */
export function sqlProfileOf({ dialect = 'postgresql' }: Stated): SqlProfile {
  return dialect;
}

/** The profile that runs a function in a language other than SQL. */
export function callProfileOf(language: Exclude<Language, 'sql'>, { packages = 'data' }: Stated): CallProfile {
  switch (language) {
    case 'python':
      return packages === 'data' ? 'python' : 'python-plain';
    case 'r':
      return 'r';
    case 'javascript':
    case 'typescript':
      return 'javascript';
  }
}
