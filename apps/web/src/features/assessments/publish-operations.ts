import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AssessmentVersionChangedSubscription,
  AssessmentVersionChangedSubscriptionVariables,
  AssessmentVersionQuery,
  AssessmentVersionQueryVariables,
  PublishAssessmentMutation,
  PublishAssessmentMutationVariables,
  PublishPageQuery,
  PublishPageQueryVariables,
  RetryPreparationMutation,
  RetryPreparationMutationVariables,
  VersionPreparationQuery,
  VersionPreparationQueryVariables,
} from '../../generated/operations';
import { CHECK_ISSUE } from '../../platform/assessment/check-view';
import { DRAFT_PARTS } from '../../platform/assessment/draft-query';

const PREPARATION = gql`
  fragment Version_preparation on AssessmentVersion {
    id
    number
    isReady
    preparation {
      total
      done
      failed
      failures {
        reason
        question {
          id
          title
        }
      }
    }
  }
`;

export const PUBLISH_PAGE: TypedDocumentNode<PublishPageQuery, PublishPageQueryVariables> = gql`
  query PublishPage($id: ID!) {
    assessmentDraft(assessmentId: $id) {
      revision
      savedAt
      savedBy
      draft {
        ...Draft_parts
      }
      assessment {
        id
        draftRevision
        hasUnpublishedChanges
        versions {
          id
          number
          title
          publishedAt
          publishedBy
          contentHash
          minutes
          isReady
        }
      }
    }
  }
  ${DRAFT_PARTS}
`;

export const PUBLISH: TypedDocumentNode<PublishAssessmentMutation, PublishAssessmentMutationVariables> = gql`
  mutation PublishAssessment($input: PublishAssessmentInput!) {
    publishAssessment(input: $input) {
      ... on PublishAssessmentSuccess {
        version {
          ...Version_preparation
        }
      }
      ... on AssessmentNotPublishableProblem {
        issues {
          ...Check_issue
        }
      }
      ... on StaleAssessmentDraftProblem {
        current {
          savedAt
          savedBy
        }
      }
      ... on AssessmentUnchangedProblem {
        version {
          id
          number
        }
      }
      ... on Problem {
        code
      }
    }
  }
  ${PREPARATION}
  ${CHECK_ISSUE}
`;

export const VERSION_PREPARATION: TypedDocumentNode<VersionPreparationQuery, VersionPreparationQueryVariables> = gql`
  query VersionPreparation($id: ID!) {
    assessmentVersion(id: $id) {
      ...Version_preparation
    }
  }
  ${PREPARATION}
`;

export const VERSION_CHANGED: TypedDocumentNode<
  AssessmentVersionChangedSubscription,
  AssessmentVersionChangedSubscriptionVariables
> = gql`
  subscription AssessmentVersionChanged($id: ID!) {
    assessmentVersionChanged(id: $id) {
      ...Version_preparation
    }
  }
  ${PREPARATION}
`;

export const RETRY: TypedDocumentNode<RetryPreparationMutation, RetryPreparationMutationVariables> = gql`
  mutation RetryPreparation($input: RetryAssessmentPreparationInput!) {
    retryAssessmentPreparation(input: $input) {
      ... on RetryAssessmentPreparationSuccess {
        version {
          ...Version_preparation
        }
      }
    }
  }
  ${PREPARATION}
`;

/** Questions without their ids: their titles are those of the version, and the cache must not give them to other pages. */
export const VERSION: TypedDocumentNode<AssessmentVersionQuery, AssessmentVersionQueryVariables> = gql`
  query AssessmentVersion($id: ID!) {
    assessmentVersion(id: $id) {
      id
      settings {
        ...Draft_parts
      }
      sections {
        id
        title
        minutes
        entries {
          id
          weight
          draw
          unseenOnly
          questions {
            title
            kind
            level
          }
        }
      }
    }
  }
  ${DRAFT_PARTS}
`;
