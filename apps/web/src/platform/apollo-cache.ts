import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** The one interface of the contract; a test keeps this list equal to the schema's. */
export const possibleTypes = {
  Problem: [
    'AttemptClosedProblem',
    'CredentialsRefusedProblem',
    'EmailNotInvitedProblem',
    'GradingUnavailableProblem',
    'InvalidAnswerProblem',
    'InvalidInputProblem',
    'InvitationUnusableProblem',
    'NotEnoughQuestionsProblem',
    'NothingToCheckProblem',
    'QuestionNotReadyProblem',
    'SourceRefusedProblem',
    'TooManySubmissionsProblem',
  ],
};

/** The cache: things by id, one viewer, and lists that grow by page. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          questions: relayStylePagination(['filter']),
          submissions: relayStylePagination(['slug']),
        },
      },
      Viewer: { keyFields: [] },
      Progress: { keyFields: [] },
      Installation: { keyFields: [] },
      // The same option has another text and reason in another draw: it belongs to its item.
      ChoiceOption: { keyFields: false },
      OptionFeedback: { keyFields: false },
      SkillDomain: { keyFields: false },
    },
  });
}
