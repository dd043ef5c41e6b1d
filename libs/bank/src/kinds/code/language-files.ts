import type { LanguageShown } from './code-bundle';
import type { CodeFile } from './code-file';
import type { ModelFile } from '../model/model-file';
import { type Language, LANGUAGES } from '../../languages';

export type LanguageFile = NonNullable<CodeFile['languages'][Language]>;

/** The file extensions of each language; the first is used for a program's main file. */
export const FILE_ENDINGS: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  python: ['.py'],
  sql: ['.sql'],
  r: ['.R', '.r'],
  javascript: ['.mjs', '.js'],
  typescript: ['.ts', '.mts'],
};

/** Whether a generator is written in R; otherwise it is in Python. */
export function isGeneratorInR(path: string): boolean {
  return FILE_ENDINGS.r.some((ending) => path.endsWith(ending));
}

/** The languages of a question in the order of `LANGUAGES`. */
export function languagesOf(question: CodeFile | ModelFile): readonly (readonly [Language, LanguageFile])[] {
  const languages: CodeFile['languages'] = question.languages;
  return LANGUAGES.flatMap((language) => {
    const file = languages[language];
    return file === undefined ? [] : [[language, file] as const];
  });
}

/** A language in the candidate's part. Absent fields stay absent, so that hashes of existing versions do not change. */
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
