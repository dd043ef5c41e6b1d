import type { Attack } from './attack';
import { JAVASCRIPT } from './javascript/table';
import { PYTHON } from './python/table';
import { R } from './r/table';
import { POSTGRESQL } from './sql/postgresql';
import { SQLITE } from './sql/sqlite';

/** Every hostile program that there is. */
export const HOSTILE: readonly Attack[] = [...PYTHON, ...JAVASCRIPT, ...R, ...POSTGRESQL, ...SQLITE];
