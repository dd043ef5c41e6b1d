import type { QuestionKind } from '../generated/operations';

/** How an answer is scored: immediately by the answer key, by grading submitted code, or by people with a rubric. */
export type ScoredBy = 'key' | 'submission' | 'people';

/** Every kind, in display order. A missing kind is a type error. */
const SCORED_BY: Readonly<Record<QuestionKind, ScoredBy>> = {
  CHOICE: 'key',
  NUMERIC: 'key',
  PLOT: 'key',
  ORDERING: 'key',
  READING: 'key',
  TEXT: 'key',
  SCENARIO: 'people',
  DESIGN: 'people',
  CODE: 'submission',
  MODEL: 'submission',
};

/** The only list of kinds in the web app. */
export const KINDS = Object.keys(SCORED_BY) as readonly QuestionKind[];

export const scoredBy = (kind: QuestionKind): ScoredBy => SCORED_BY[kind];

/** The kinds that are scored in the given ways. */
export function kindsScoredBy(...ways: readonly ScoredBy[]): QuestionKind[] {
  return KINDS.filter((kind) => ways.includes(SCORED_BY[kind]));
}

/** Code and model questions: answered in the workspace at full window width. */
export function isProgram({ kind }: { readonly kind: QuestionKind }): boolean {
  return scoredBy(kind) === 'submission';
}
