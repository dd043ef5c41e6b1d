import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AssessmentHistoryQuery,
  AssessmentHistoryQueryVariables,
  AssessmentRevisionQuery,
  AssessmentRevisionQueryVariables,
  BankSearchQuery,
  BankSearchQueryVariables,
  BlueprintFactsQuery,
  BlueprintFactsQueryVariables,
  BuilderQuery,
  BuilderQueryVariables,
  RestoreRevisionMutation,
  RestoreRevisionMutationVariables,
  SaveDraftMutation,
  SaveDraftMutationVariables,
} from '../../generated/operations';

/** A draft with everything that the builder edits. */
const DRAFT = gql`
  fragment Builder_draft on AssessmentDraft {
    role
    level
    skills {
      skillId
      weight
    }
    minutes
    passLine
    languages
    hasCalculator
    documentation {
      title
      url
    }
    introduction
    rules {
      mayGoBack
      countedSubmission
      afterRelease
    }
    sections {
      id
      title
      minutes
      entries {
        ... on DraftQuestion {
          id
          questionId
          weight
        }
        ... on DraftPool {
          id
          draw
          skills
          kinds
          levels
          unseenOnly
          excluded
          weight
        }
      }
    }
  }
`;

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
      ...Builder_draft
    }
  }
  ${DRAFT}
`;

export const BUILDER: TypedDocumentNode<BuilderQuery, BuilderQueryVariables> = gql`
  query Builder($id: ID!) {
    assessmentDraft(assessmentId: $id) {
      ...Builder_state
    }
  }
  ${STATE}
`;

export const BLUEPRINT_FACTS: TypedDocumentNode<BlueprintFactsQuery, BlueprintFactsQueryVariables> = gql`
  query BlueprintFacts($organization: String!) {
    blueprintFacts(organization: $organization) {
      stamp
      questions {
        id
        title
        kind
        level
        minutes
        skillIds
        languages
        isPublic
      }
      skills {
        id
        name
        domainId
        domain
      }
      practiceOnly
      languages
    }
  }
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
          ...Builder_draft
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
        ...Builder_draft
      }
    }
  }
  ${DRAFT}
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
          ...Builder_draft
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
