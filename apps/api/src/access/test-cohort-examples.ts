import { randomUUID } from 'node:crypto';
import type { RootFieldArgs } from '../generated/root-fields';
import type { Objects } from './test-objects';

type Examples = {
  readonly [Root in keyof RootFieldArgs]: {
    readonly [Field in keyof RootFieldArgs[Root]]: (objects: Objects) => RootFieldArgs[Root][Field];
  };
};

/** Arguments for the root fields of cohorts. They change nothing that a later request needs. */
export const COHORT_EXAMPLES = {
  Query: {
    cohort: ({ assessment: assessmentId }) => ({ assessmentId, first: 1 }),
    cohortBrackets: ({ assessment: assessmentId }) => ({ assessmentId, attemptIds: [randomUUID()] }),
    cohortComparison: ({ assessment: assessmentId }) => ({ assessmentId, attemptIds: [randomUUID()] }),
    cohortCounts: ({ assessment: assessmentId }) => ({ assessmentId }),
    itemOptions: ({ assessment: assessmentId }) => ({ assessmentId, questionVersionId: randomUUID() }),
    itemStatistics: ({ assessment: assessmentId }) => ({ assessmentId }),
    cohortViews: ({ assessment: assessmentId }) => ({ assessmentId }),
  },
  Mutation: {
    decideCandidates: ({ assessment: assessmentId }) => ({
      input: { assessmentId, attemptIds: [randomUUID()], kind: 'HOLD', reason: 'A test.' },
    }),
    deleteCohortView: ({ assessment: assessmentId }) => ({ input: { assessmentId, id: randomUUID() } }),
    saveCohortView: ({ assessment: assessmentId }) => ({ input: { assessmentId, name: 'A view', query: '' } }),
    undoDecisions: ({ assessment: assessmentId }) => ({
      input: { assessmentId, decisions: [{ attemptId: randomUUID(), number: 1 }] },
    }),
  },
} as const satisfies { readonly Query: Partial<Examples['Query']>; readonly Mutation: Partial<Examples['Mutation']> };
