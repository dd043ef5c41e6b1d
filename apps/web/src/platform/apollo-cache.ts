import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** The schema's only interface; a test compares this list with the schema. */
export const possibleTypes = {
  Problem: [
    'AssessmentNotOpenProblem',
    'AssessmentNotPublishableProblem',
    'AssessmentNotPublishedProblem',
    'AssessmentNotReadyProblem',
    'AssessmentUnchangedProblem',
    'AttemptClosedProblem',
    'AttemptNotRunningProblem',
    'CandidateInvitationClosedProblem',
    'CodeRefusedProblem',
    'CredentialsRefusedProblem',
    'DeviceCodeNeededProblem',
    'DisagreementClosedProblem',
    'DnsFailedProblem',
    'DomainNotProvenProblem',
    'DomainTakenProblem',
    'EmailNotInvitedProblem',
    'FoundingRefusedProblem',
    'GradingUnavailableProblem',
    'InvalidAnswerProblem',
    'InvalidInputProblem',
    'InvitationUnusableProblem',
    'IssuerRefusedProblem',
    'LastAdministratorProblem',
    'LateAnswerGoneProblem',
    'LinkUnusableProblem',
    'MailUnavailableProblem',
    'MailedLinkUnusableProblem',
    'MarksMissingProblem',
    'NoFollowUpProblem',
    'NoIdentityProviderProblem',
    'NotEnoughQuestionsProblem',
    'NotMarkedProblem',
    'NothingToCheckProblem',
    'NothingToMarkProblem',
    'OtherAttemptOpenProblem',
    'PasskeyRefusedProblem',
    'PublicLinkProblem',
    'QuestionLoadedProblem',
    'QuestionNotReadyProblem',
    'QuestionRefusedProblem',
    'QueueEmptyProblem',
    'ReviewFinalProblem',
    'ReviewTakenProblem',
    'RubricUnchangedProblem',
    'SecondFactorNeededProblem',
    'SectionClosedProblem',
    'SignInExpiredProblem',
    'SingleSignOnRefusedProblem',
    'SlugTakenProblem',
    'SourceRefusedProblem',
    'StaleAssessmentDraftProblem',
    'StaleRevisionProblem',
    'TimeRequestAnsweredProblem',
    'TooManyInvitationsProblem',
    'TooManySubmissionsProblem',
    'TooManyTokensProblem',
    'TotpAlreadyOnProblem',
    'WrongCodeProblem',
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

/** Not normalized: another revision, version or template has other content under the same id. */
const ofTheirDraft = Object.fromEntries(
  ['DraftSection', 'DraftQuestion', 'DraftPool', 'VersionSection', 'VersionEntry'].map((type) => [
    type,
    { keyFields: false as const },
  ]),
);

/** The Apollo cache: objects by id, a singleton viewer, and paginated lists. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          assessments: relayStylePagination(['organization', 'filter', 'order']),
          assessmentHistory: relayStylePagination(['assessmentId']),
          assessmentBankSearch: relayStylePagination(['organization', 'filter']),
          candidateInvitations: relayStylePagination(['assessmentId', 'filter', 'order']),
          cohort: relayStylePagination(['assessmentId', 'filter', 'order']),
          mailbox: relayStylePagination(),
          audit: relayStylePagination(['slug', 'filter']),
          members: relayStylePagination(['slug', 'search']),
          questions: relayStylePagination(['filter']),
          revisions: relayStylePagination(['itemId']),
          similarPairs: relayStylePagination(['assessmentId']),
          submissions: relayStylePagination(['slug']),
        },
      },
      Viewer: { keyFields: [] },
      CohortEntry: { keyFields: ['attemptId'] },
      // Options of a question are of their statistics.
      OptionStatistics: { keyFields: false },
      // The id is that of the account, whose roles differ between organizations.
      Member: { keyFields: false },
      // Sections of a version: those of each attempt have a state of their own.
      AttemptSection: { keyFields: false },
      GivenTime: { keyFields: false },
      Attempt: { fields: { sections: { merge: false }, timeGiven: { merge: false } } },
      // Pages read different parts of it.
      BlueprintFacts: { merge: true },
      Progress: { keyFields: [] },
      Installation: { keyFields: [] },
      SkillDomain: { keyFields: false },
      ...ofTheirItem,
      ...ofTheirDraft,
    },
  });
}
