import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CohortBracketsQuery,
  CohortBracketsQueryVariables,
  CohortComparisonQuery,
  CohortComparisonQueryVariables,
  CohortCountsQuery,
  CohortCountsQueryVariables,
  CohortQuery,
  CohortQueryVariables,
  CohortViewsQuery,
  CohortViewsQueryVariables,
} from '../../generated/operations';

export const COHORT: TypedDocumentNode<CohortQuery, CohortQueryVariables> = gql`
  query Cohort($assessmentId: ID!, $filter: CohortFilter, $order: CohortOrder!, $first: Int!, $after: String) {
    cohort(assessmentId: $assessmentId, filter: $filter, order: $order, first: $first, after: $after) {
      edges {
        cursor
        node {
          attemptId
          candidate {
            id
            name
            email
          }
          versionNumber
          status
          endedOn
          isProvisional
          passLine
          certainty
          formKey
          band {
            value
            low
            high
            innerLow
            innerHigh
            items
            isFewItems
          }
          skills {
            skill {
              id
              name
            }
            band {
              value
              low
              high
              items
            }
          }
          decision {
            kind
            number
            reason
            decidedAt
            decidedBy
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export type Entry = CohortQuery['cohort']['edges'][number]['node'];

export const COUNTS: TypedDocumentNode<CohortCountsQuery, CohortCountsQueryVariables> = gql`
  query CohortCounts($assessmentId: ID!) {
    cohortCounts(assessmentId: $assessmentId) {
      total
      provisional
      forms
      statuses {
        status
        count
      }
      decisions {
        decision
        count
      }
      sides {
        side
        count
      }
      versions {
        versionNumber
        count
      }
    }
  }
`;

export const BRACKETS: TypedDocumentNode<CohortBracketsQuery, CohortBracketsQueryVariables> = gql`
  query CohortBrackets($assessmentId: ID!, $attemptIds: [ID!]!) {
    cohortBrackets(assessmentId: $assessmentId, attemptIds: $attemptIds) {
      first
      last
    }
  }
`;

export const VIEWS: TypedDocumentNode<CohortViewsQuery, CohortViewsQueryVariables> = gql`
  query CohortViews($assessmentId: ID!) {
    cohortViews(assessmentId: $assessmentId) {
      id
      name
      query
    }
  }
`;

export const COMPARISON: TypedDocumentNode<CohortComparisonQuery, CohortComparisonQueryVariables> = gql`
  query CohortComparison($assessmentId: ID!, $attemptIds: [ID!]!) {
    cohortComparison(assessmentId: $assessmentId, attemptIds: $attemptIds) {
      people {
        attemptId
        candidate {
          id
          name
          email
        }
        isProvisional
        passLine
        band {
          value
          low
          high
          innerLow
          innerHigh
          items
          isFewItems
        }
        skills {
          skill {
            id
            name
          }
          band {
            value
            low
            high
            innerLow
            innerHigh
            items
            isFewItems
          }
        }
      }
      pairs {
        attemptId
        otherAttemptId
        hasOtherQuestions
        total {
          points
          low
          high
          error
          isDistinguishable
        }
        skills {
          skill {
            id
            name
          }
          difference {
            points
            low
            high
            error
            isDistinguishable
          }
        }
      }
    }
  }
`;

export type Comparison = CohortComparisonQuery['cohortComparison'];
