import type { LanguageShown } from './code-bundle';
import type { CodeFile } from './code-file';
import type { ModelFile } from '../model/model-file';
import { type Language, LANGUAGES } from '../../languages';

export type LanguageFile = NonNullable<CodeFile['languages'][Language]>;

/** What a file of each language may end in; the first is how a program's own file is named. */
export const FILE_ENDINGS: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  python: ['.py'],
  sql: ['.sql'],
  r: ['.R', '.r'],
  javascript: ['.mjs', '.js'],
  typescript: ['.ts', '.mts'],
};

/** Whether a generator is written in R; all others are in Python. */
export function isGeneratorInR(path: string): boolean {
  return FILE_ENDINGS.r.some((ending) => path.endsWith(ending));
}

/** The languages of a question in one fixed order, whatever the order of the file. */
export function languagesOf(question: CodeFile | ModelFile): readonly (readonly [Language, LanguageFile])[] {
  const languages: CodeFile['languages'] = question.languages;
  return LANGUAGES.flatMap((language) => {
    const file = languages[language];
    return file === undefined ? [] : [[language, file] as const];
  });
}

/** What a page and a grader know of a language; what the file leaves out is left out here, so that no hash changes. */
export function languageShown(file: LanguageFile, starter: string): LanguageShown {
  const { entry, limits, packages, dialect, mayWrite } = file;
  return {
    entry: entry ?? null,
    starter,
    ...limits,
    ...(packages === undefined ? {} : { packages }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(mayWrite === undefined ? {} : { mayWrite }),
  };
}
