import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ArchiveAssessmentMutation,
  ArchiveAssessmentMutationVariables,
  AssessmentsQuery,
  AssessmentsQueryVariables,
  CreateAssessmentMutation,
  CreateAssessmentMutationVariables,
  AssessmentTemplatesQuery,
  AssessmentTemplatesQueryVariables,
  ProposeAssessmentQuery,
  ProposeAssessmentQueryVariables,
  RenameAssessmentMutation,
  RenameAssessmentMutationVariables,
} from '../../generated/operations';
import { CHECK_PARTS } from '../../platform/assessment/check-view';
import { DRAFT_PARTS } from '../../platform/assessment/draft-query';

export const ASSESSMENTS: TypedDocumentNode<AssessmentsQuery, AssessmentsQueryVariables> = gql`
  query Assessments(
    $organization: String!
    $filter: AssessmentFilter
    $order: AssessmentOrder!
    $first: Int!
    $after: String
  ) {
    assessments(organization: $organization, filter: $filter, order: $order, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          title
          updatedAt
          updatedBy
          archivedAt
          hasUnpublishedChanges
          versions {
            id
            number
            isReady
            hasFailed
          }
          counts {
            invited
            started
            submitted
          }
          lastSubmittedAt
          hasNewSubmissions
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

export const RENAME: TypedDocumentNode<RenameAssessmentMutation, RenameAssessmentMutationVariables> = gql`
  mutation RenameAssessment($input: RenameAssessmentInput!) {
    renameAssessment(input: $input) {
      ... on RenameAssessmentSuccess {
        assessment {
          id
          title
          updatedAt
          updatedBy
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
`;

export const ARCHIVE: TypedDocumentNode<ArchiveAssessmentMutation, ArchiveAssessmentMutationVariables> = gql`
  mutation ArchiveAssessment($input: ArchiveAssessmentInput!) {
    archiveAssessment(input: $input) {
      ... on ArchiveAssessmentSuccess {
        assessment {
          id
          archivedAt
        }
      }
    }
  }
`;

export const CREATE: TypedDocumentNode<CreateAssessmentMutation, CreateAssessmentMutationVariables> = gql`
  mutation CreateAssessment($input: CreateAssessmentInput!) {
    createAssessment(input: $input) {
      ... on CreateAssessmentSuccess {
        assessment {
          id
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
`;

export const TEMPLATES: TypedDocumentNode<AssessmentTemplatesQuery, AssessmentTemplatesQueryVariables> = gql`
  query AssessmentTemplates($organization: String!) {
    assessmentTemplates(organization: $organization) {
      id
      draft {
        ...Draft_parts
      }
      check {
        ...Check_parts
      }
    }
  }
  ${DRAFT_PARTS}
  ${CHECK_PARTS}
`;

export const PROPOSAL: TypedDocumentNode<ProposeAssessmentQuery, ProposeAssessmentQueryVariables> = gql`
  query ProposeAssessment($organization: String!, $wish: AssessmentWish!) {
    proposeAssessment(organization: $organization, wish: $wish) {
      draft {
        ...Draft_parts
      }
      check {
        ...Check_parts
      }
    }
  }
  ${DRAFT_PARTS}
  ${CHECK_PARTS}
`;

export type ListedAssessment = AssessmentsQuery['assessments']['edges'][number]['node'];
