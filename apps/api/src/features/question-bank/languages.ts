import type { Language as BankLanguage, LanguageShown } from '@holdout/bank';
import { profileOf } from '@holdout/grading';
import type { Profile } from '@holdout/sandbox';
import type { Language, Runtime } from '../../generated/resolvers';

const VIEWS = {
  python: 'PYTHON',
  sql: 'SQL',
  r: 'R',
  javascript: 'JAVASCRIPT',
  typescript: 'TYPESCRIPT',
} as const satisfies Record<BankLanguage, Language>;

const LANGUAGES: Readonly<Record<Language, BankLanguage>> = {
  PYTHON: 'python',
  SQL: 'sql',
  R: 'r',
  JAVASCRIPT: 'javascript',
  TYPESCRIPT: 'typescript',
};

type RunsIn = { readonly language: BankLanguage; readonly profile: Profile };

/** Language and sandbox profile of each runtime. */
export const RUNTIMES: Readonly<Record<Runtime, RunsIn>> = {
  PYTHON: { language: 'python', profile: 'python' },
  PYTHON_PLAIN: { language: 'python', profile: 'python-plain' },
  POSTGRESQL: { language: 'sql', profile: 'postgresql' },
  SQLITE: { language: 'sql', profile: 'sqlite' },
  R: { language: 'r', profile: 'r' },
  JAVASCRIPT: { language: 'javascript', profile: 'javascript' },
  TYPESCRIPT: { language: 'typescript', profile: 'javascript' },
};

const NAMES = Object.keys(RUNTIMES) as Runtime[];

/** The schema's name of a language. */
export function languageView(language: BankLanguage): Language {
  return VIEWS[language];
}

/** The bank's name of a language. */
export function languageOf(view: Language): BankLanguage {
  return LANGUAGES[view];
}

export type Stated = Pick<LanguageShown, 'packages' | 'dialect'>;

/** The runtime of a question's language. */
export function runtimeOf(language: BankLanguage, stated: Stated): Runtime {
  const profile = profileOf(language, stated);
  const runtime = NAMES.find((name) => RUNTIMES[name].language === language && RUNTIMES[name].profile === profile);
  if (runtime === undefined) throw new Error(`No runtime of ${language} has the profile ${profile}`);
  return runtime;
}
