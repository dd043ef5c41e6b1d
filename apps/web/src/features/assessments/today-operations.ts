import { gql, type TypedDocumentNode } from '@apollo/client';
import type { TodayAssessmentsQuery, TodayAssessmentsQueryVariables } from '../../generated/operations';

/** The hundred assessments that were changed last. All blocks of Today read them with one request. */
export const TODAY: TypedDocumentNode<TodayAssessmentsQuery, TodayAssessmentsQueryVariables> = gql`
  query TodayAssessments($organization: String!) {
    todays: assessments(organization: $organization, first: 100) {
      edges {
        node {
          id
          title
          updatedAt
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
          undelivered
          lastSubmittedAt
          hasNewSubmissions
        }
      }
    }
  }
`;

export type TodaysAssessment = TodayAssessmentsQuery['todays']['edges'][number]['node'];
