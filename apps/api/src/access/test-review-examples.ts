import { randomUUID } from 'node:crypto';
import type { RootFieldArgs } from '../generated/root-fields';
import type { Objects } from './test-objects';

type Of<Root extends keyof RootFieldArgs, Field extends keyof RootFieldArgs[Root]> = {
  readonly [Name in Field]: (objects: Objects) => RootFieldArgs[Root][Name];
};
type Queries = 'markingQueue' | 'markingQueues' | 'markedAnswers' | 'reviewPlan' | 'reviewDisagreements';
type Mutations =
  | 'openMarking'
  | 'markCalibration'
  | 'resolveDisagreement'
  | 'assignReviews'
  | 'chooseCalibration'
  | 'saveReviewPlan'
  | 'startRegrade'
  | 'saveReview';

/** Arguments for the root fields of marking, as those of `test-examples.ts`. */
export const REVIEW_EXAMPLES: { readonly Query: Of<'Query', Queries>; readonly Mutation: Of<'Mutation', Mutations> } = {
  Query: {
    markingQueue: ({ reviewQueue: queueId }) => ({ queueId }),
    markingQueues: ({ organization }) => ({ organization }),
    markedAnswers: ({ reviewQueue: queueId }) => ({ queueId }),
    reviewPlan: ({ assessment: assessmentId }) => ({ assessmentId }),
    reviewDisagreements: ({ reviewQueue: queueId }) => ({ queueId }),
  },
  Mutation: {
    openMarking: ({ reviewQueue: queueId }) => ({ input: { queueId, number: 1 } }),
    markCalibration: ({ reviewQueue: queueId }) => ({ input: { queueId, answerId: 'none', levels: [] } }),
    resolveDisagreement: ({ reviewQueue: queueId }) => ({
      input: { queueId, disagreementId: randomUUID(), levels: [], reason: 'A reason.' },
    }),
    assignReviews: ({ reviewQueue: queueId }) => ({ input: { queueId, shares: [] } }),
    chooseCalibration: ({ reviewQueue: queueId }) => ({
      input: { queueId, taskId: randomUUID(), reason: 'A reason.' },
    }),
    saveReviewPlan: ({ assessment: assessmentId }) => ({
      input: { assessmentId, secondMarks: 'NONE', share: 0.2, margin: 0.05, reviewerIds: [], calibrates: true },
    }),
    startRegrade: ({ reviewQueue: queueId }) => ({ input: { queueId, reason: 'A reason.' } }),
    saveReview: ({ reviewQueue: queueId }) => ({
      input: {
        ...{ queueId, taskId: randomUUID(), levels: [], comments: [] },
        ...{ noteToCandidate: '', privateNote: '', isFlagged: false, seconds: 1 },
      },
    }),
  },
};
