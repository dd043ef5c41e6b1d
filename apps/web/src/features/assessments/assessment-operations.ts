import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AssessmentsQuery,
  AssessmentsQueryVariables,
  RenameAssessmentMutation,
  RenameAssessmentMutationVariables,
} from '../../generated/operations';

export const ASSESSMENTS: TypedDocumentNode<AssessmentsQuery, AssessmentsQueryVariables> = gql`
  query Assessments($organization: String!, $filter: AssessmentFilter, $first: Int!, $after: String) {
    assessments(organization: $organization, filter: $filter, first: $first, after: $after) {
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
          }
          counts {
            invited
            started
            submitted
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
