import type { EditorLanguage } from '@holdout/code-editor';
import type { Runtime } from '../generated/operations';

/** The language of the editor for each runtime. */
export const EDITOR_LANGUAGES: Readonly<Record<Runtime, EditorLanguage>> = {
  PYTHON: 'python',
  PYTHON_PLAIN: 'python',
  POSTGRESQL: 'pgsql',
  SQLITE: 'sql',
  R: 'r',
  JAVASCRIPT: 'javascript',
  TYPESCRIPT: 'typescript',
};
