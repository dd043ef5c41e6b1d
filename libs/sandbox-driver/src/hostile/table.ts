import type { Attack } from './attack';
import { ESCAPE as JAVASCRIPT_ESCAPE } from './javascript/escape';
import { FORGERY as JAVASCRIPT_FORGERY } from './javascript/forgery';
import { PERSISTENCE as JAVASCRIPT_PERSISTENCE } from './javascript/persistence';
import { RESOURCES as JAVASCRIPT_RESOURCES } from './javascript/resources';
import { SNOOPING as JAVASCRIPT_SNOOPING } from './javascript/snooping';
import { ESCAPE as PYTHON_ESCAPE } from './python/escape';
import { FORGERY as PYTHON_FORGERY } from './python/forgery';
import { PERSISTENCE as PYTHON_PERSISTENCE } from './python/persistence';
import { RESOURCES as PYTHON_RESOURCES } from './python/resources';
import { SNOOPING as PYTHON_SNOOPING } from './python/snooping';
import { ESCAPE as R_ESCAPE } from './r/escape';
import { FORGERY as R_FORGERY } from './r/forgery';
import { PERSISTENCE as R_PERSISTENCE } from './r/persistence';
import { RESOURCES as R_RESOURCES } from './r/resources';
import { SNOOPING as R_SNOOPING } from './r/snooping';
import { POSTGRESQL } from './sql/postgresql';
import { SQLITE } from './sql/sqlite';

/** The hostile programs in Python. */
export const PYTHON = [
  ...PYTHON_RESOURCES,
  ...PYTHON_ESCAPE,
  ...PYTHON_PERSISTENCE,
  ...PYTHON_FORGERY,
  ...PYTHON_SNOOPING,
];

/** The hostile programs in JavaScript and TypeScript. */
export const JAVASCRIPT = [
  ...JAVASCRIPT_RESOURCES,
  ...JAVASCRIPT_ESCAPE,
  ...JAVASCRIPT_PERSISTENCE,
  ...JAVASCRIPT_FORGERY,
  ...JAVASCRIPT_SNOOPING,
];

/** The hostile programs in R. */
export const R = [...R_RESOURCES, ...R_ESCAPE, ...R_PERSISTENCE, ...R_FORGERY, ...R_SNOOPING];

/** All hostile programs. */
export const HOSTILE: readonly Attack[] = [...PYTHON, ...JAVASCRIPT, ...R, ...POSTGRESQL, ...SQLITE];
