import { gql, type TypedDocumentNode } from '@apollo/client';
import type { TodayAssessmentsQuery, TodayAssessmentsQueryVariables } from '../../generated/operations';

const TOLD = gql`
  fragment Today_assessments on AssessmentConnection {
    totalCount
    edges {
      node {
        id
        title
        updatedAt
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
        undelivered
        lastSubmittedAt
      }
    }
  }
`;

/** The first few assessments that wait for each, and how many there are. All blocks of Today read them with one request. */
export const TODAY: TypedDocumentNode<TodayAssessmentsQuery, TodayAssessmentsQueryVariables> = gql`
  query TodayAssessments($organization: String!, $first: Int!) {
    failed: assessments(organization: $organization, first: $first, filter: { waiting: FAILED_VERSION }) {
      ...Today_assessments
    }
    undelivered: assessments(organization: $organization, first: $first, filter: { waiting: UNDELIVERED_MAIL }) {
      ...Today_assessments
    }
    unpublished: assessments(organization: $organization, first: $first, filter: { waiting: UNPUBLISHED_CHANGES }) {
      ...Today_assessments
    }
    submitted: assessments(organization: $organization, first: $first, filter: { waiting: NEW_SUBMISSIONS }) {
      ...Today_assessments
    }
  }
  ${TOLD}
`;

export type TodaysAssessments = TodayAssessmentsQuery['failed'];
export type TodaysAssessment = TodaysAssessments['edges'][number]['node'];
