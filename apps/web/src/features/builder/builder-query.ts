import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AssessmentHistoryQuery,
  AssessmentHistoryQueryVariables,
  AssessmentRevisionQuery,
  AssessmentRevisionQueryVariables,
  BankSearchQuery,
  BankSearchQueryVariables,
  BuilderQuery,
  BuilderQueryVariables,
  RestoreRevisionMutation,
  RestoreRevisionMutationVariables,
  SaveDraftMutation,
  SaveDraftMutationVariables,
} from '../../generated/operations';
import { DRAFT_PARTS } from '../../platform/assessment/draft-query';

const STATE = gql`
  fragment Builder_state on AssessmentDraftState {
    assessment {
      id
      title
      archivedAt
      updatedAt
      draftRevision
      hasUnpublishedChanges
    }
    revision
    savedAt
    savedBy
    draft {
      ...Draft_parts
    }
  }
  ${DRAFT_PARTS}
`;

export const BUILDER: TypedDocumentNode<BuilderQuery, BuilderQueryVariables> = gql`
  query Builder($id: ID!) {
    assessmentDraft(assessmentId: $id) {
      ...Builder_state
    }
  }
  ${STATE}
`;

export const SAVE_DRAFT: TypedDocumentNode<SaveDraftMutation, SaveDraftMutationVariables> = gql`
  mutation SaveDraft($input: SaveAssessmentDraftInput!) {
    saveAssessmentDraft(input: $input) {
      ... on SaveAssessmentDraftSuccess {
        state {
          ...Builder_state
        }
      }
      ... on StaleAssessmentDraftProblem {
        current {
          ...Builder_state
        }
        base {
          ...Draft_parts
        }
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on Problem {
        code
      }
    }
  }
  ${STATE}
`;

export const ASSESSMENT_HISTORY: TypedDocumentNode<AssessmentHistoryQuery, AssessmentHistoryQueryVariables> = gql`
  query AssessmentHistory($id: ID!, $after: String) {
    assessmentHistory(assessmentId: $id, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          number
          savedAt
          savedBy
          questions
          minutes
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const ASSESSMENT_REVISION: TypedDocumentNode<AssessmentRevisionQuery, AssessmentRevisionQueryVariables> = gql`
  query AssessmentRevision($id: ID!, $revisionId: ID!) {
    assessmentRevision(assessmentId: $id, revisionId: $revisionId) {
      id
      draft {
        ...Draft_parts
      }
    }
  }
  ${DRAFT_PARTS}
`;

export const RESTORE_REVISION: TypedDocumentNode<RestoreRevisionMutation, RestoreRevisionMutationVariables> = gql`
  mutation RestoreRevision($input: RestoreAssessmentRevisionInput!) {
    restoreAssessmentRevision(input: $input) {
      ... on RestoreAssessmentRevisionSuccess {
        state {
          ...Builder_state
        }
      }
      ... on StaleAssessmentDraftProblem {
        current {
          ...Builder_state
        }
        base {
          ...Draft_parts
        }
      }
      ... on Problem {
        code
      }
    }
  }
  ${STATE}
`;

export const BANK_SEARCH: TypedDocumentNode<BankSearchQuery, BankSearchQueryVariables> = gql`
  query BankSearch($organization: String!, $first: Int!, $after: String, $filter: BankSearchFilter!) {
    assessmentBankSearch(organization: $organization, first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          isAnswerPublic
          question {
            id
            title
            kind
            level
            minutes
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`;

type State = BuilderQuery['assessmentDraft'];
export type ServerState = Pick<State, 'draft' | 'revision' | 'savedAt' | 'savedBy'>;
export type SaveResult = SaveDraftMutation['saveAssessmentDraft'];
