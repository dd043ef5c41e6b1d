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
    'NoFollowUpProblem',
    'NotEnoughQuestionsProblem',
    'NothingToCheckProblem',
    'NothingToMarkProblem',
    'QuestionNotReadyProblem',
    'SourceRefusedProblem',
    'TooManySubmissionsProblem',
  ],
};

/** Named only within their item: the same option has another text and reason in another draw. A test keeps it whole. */
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
      SkillDomain: { keyFields: false },
      ...ofTheirItem,
    },
  });
}
