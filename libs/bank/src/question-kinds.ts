/**
 * Every kind of question, in the order in which lists show them. The only list: types, schemas and records of kinds
 * derive from it, so a kind that is added here and missing elsewhere is an error of types. It imports nothing, so that a
 * page can use it without loading the schemas.
 */
export const QUESTION_KINDS = [
  'choice',
  'numeric',
  'plot',
  'ordering',
  'reading',
  'text',
  'scenario',
  'design',
  'code',
  'model',
] as const;

/** The `kind` of a question, an item or an answer. */
export type QuestionKind = (typeof QUESTION_KINDS)[number];
