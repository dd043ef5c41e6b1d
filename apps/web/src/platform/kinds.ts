import type { QuestionKind } from '../generated/operations';

/** What scores an answer: a key as soon as it is given, the grading of submitted code, or people with a rubric. */
export type ScoredBy = 'key' | 'submission' | 'people';

/** Every kind, in the order that lists show. A kind missing here is an error of types. */
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

/** The one list of kinds in the web app. */
export const KINDS = Object.keys(SCORED_BY) as readonly QuestionKind[];

export const scoredBy = (kind: QuestionKind): ScoredBy => SCORED_BY[kind];

/** The kinds that are scored in these ways. */
export function kindsScoredBy(...ways: readonly ScoredBy[]): QuestionKind[] {
  return KINDS.filter((kind) => ways.includes(SCORED_BY[kind]));
}

/** Code and models: answered in the workspace, in the whole window. */
export function isProgram({ kind }: { readonly kind: QuestionKind }): boolean {
  return scoredBy(kind) === 'submission';
}
