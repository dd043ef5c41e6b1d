/**
 * Every language that code can be submitted in, in the order in which lists show them. The only list: types, schemas and
 * records of languages derive from it. It imports nothing, so that a page can use it without loading the schemas.
 */
export const LANGUAGES = ['python', 'sql', 'r', 'javascript', 'typescript'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages of model questions: those that come with libraries for machine learning. */
export const MODEL_LANGUAGES = ['python', 'r'] as const satisfies readonly Language[];

/** Which packages a Python answer may import: `data` is numpy, pandas, scipy and scikit-learn, `none` the standard library. */
export const PYTHON_PACKAGES = ['data', 'none'] as const;
export type PythonPackages = (typeof PYTHON_PACKAGES)[number];

/** Which server runs a SQL answer. */
export const SQL_DIALECTS = ['postgresql', 'sqlite'] as const;
export type SqlDialect = (typeof SQL_DIALECTS)[number];
