import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** The schema's only interface; a test compares this list with the schema. */
export const possibleTypes = {
  Problem: [
    'AttemptClosedProblem',
    'CredentialsRefusedProblem',
    'EmailNotInvitedProblem',
    'GradingUnavailableProblem',
    'InvalidAnswerProblem',
    'InvalidInputProblem',
    'InvitationUnusableProblem',
    'NoFollowUpProblem',
    'NotEnoughQuestionsProblem',
    'NothingToCheckProblem',
    'NothingToMarkProblem',
    'QuestionNotReadyProblem',
    'SourceRefusedProblem',
    'StaleRevisionProblem',
    'TooManySubmissionsProblem',
  ],
};

/** Not normalized: the same option id has another text in another draw. A test checks that the list is complete. */
export const ofTheirItem = Object.fromEntries(
  [
    'ChoiceOption',
    'ChoicePart',
    'Dataset',
    'DesignBlock',
    'DesignNumber',
    'DesignNumberFeedback',
    'FollowUp',
    'LinePart',
    'NumberText',
    'OptionFeedback',
    'OrderingStep',
    'PointPart',
    'RubricCriterion',
  ].map((type) => [type, { keyFields: false as const }]),
);

/** The Apollo cache: objects by id, a singleton viewer, and paginated lists. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          mailbox: relayStylePagination(),
          questions: relayStylePagination(['filter']),
          revisions: relayStylePagination(['itemId']),
          submissions: relayStylePagination(['slug']),
        },
      },
      Viewer: { keyFields: [] },
      Progress: { keyFields: [] },
      Installation: { keyFields: [] },
      SkillDomain: { keyFields: false },
      ...ofTheirItem,
    },
  });
}
