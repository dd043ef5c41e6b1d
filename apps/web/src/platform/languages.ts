import type { Language } from '../generated/operations';

/** The file that code is in, as a traceback names it. A language missing here is an error of types. */
export const FILES: Readonly<Record<Language, string>> = {
  PYTHON: 'main.py',
  SQL: 'query.sql',
  R: 'main.R',
  JAVASCRIPT: 'main.mjs',
  TYPESCRIPT: 'main.ts',
};

/** The one list of languages in the web app, in the order that lists show. */
export const LANGUAGES = Object.keys(FILES) as readonly Language[];
