import type { Language } from '../generated/operations';

/** The file name of the code, as a traceback shows it. A missing language is a type error. */
export const FILES: Readonly<Record<Language, string>> = {
  PYTHON: 'main.py',
  SQL: 'query.sql',
  R: 'main.R',
  JAVASCRIPT: 'main.mjs',
  TYPESCRIPT: 'main.ts',
};

/** The only list of languages in the web app, in display order. */
export const LANGUAGES = Object.keys(FILES) as readonly Language[];
