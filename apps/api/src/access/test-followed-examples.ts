import { randomUUID } from 'node:crypto';
import type { RootFieldArgs } from '../generated/root-fields';
import type { Objects } from './test-objects';

type Examples = {
  readonly [Root in keyof RootFieldArgs]: {
    readonly [Field in keyof RootFieldArgs[Root]]: (objects: Objects) => RootFieldArgs[Root][Field];
  };
};

/** Arguments for the root fields by which members follow attempts, and score them. They change nothing that a later request needs. */
export const FOLLOWED_EXAMPLES = {
  Query: {
    itemCorrections: ({ assessment: assessmentId }) => ({ assessmentId }),
    lateAnswer: ({ assessment: assessmentId }) => ({ assessmentId, id: randomUUID() }),
    lateAnswers: ({ assessment: assessmentId }) => ({ assessmentId, first: 1 }),
    liveAssessments: ({ organization }) => ({ organization }),
    liveAttempt: ({ candidateInvitation: invitationId }) => ({ invitationId }),
    liveAttempts: ({ assessment: assessmentId }) => ({ assessmentId, first: 1, show: 'ALL' }),
  },
  Mutation: {
    addTime: ({ assessment: assessmentId }) => ({
      input: { assessmentId, time: { minutes: 1, reason: 'A test.' }, requestId: randomUUID() },
    }),
    admitLateAnswer: ({ assessment: assessmentId }) => ({
      input: { assessmentId, revisionId: randomUUID(), reason: 'A test.' },
    }),
    closeHelpCalls: ({ assessment: assessmentId, candidateInvitation }) => ({
      input: { assessmentId, invitationIds: [candidateInvitation] },
    }),
    sendAttemptMessage: ({ assessment: assessmentId }) => ({
      input: { assessmentId, invitationIds: null, text: 'A message.', sendingId: randomUUID() },
    }),
    releaseReports: ({ assessment: assessmentId }) => ({
      input: { assessmentId, attemptIds: [], isProvisional: false },
    }),
    correctItem: ({ assessment: assessmentId }) => ({
      input: { assessmentId, questionVersionId: randomUUID(), kind: 'WITHDRAWN', reason: 'A test.' },
    }),
  },
} as const satisfies { readonly Query: Partial<Examples['Query']>; readonly Mutation: Partial<Examples['Mutation']> };
