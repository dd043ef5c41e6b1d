import { gql, type TypedDocumentNode } from '@apollo/client';
import type { CheckInMutation, CheckInMutationVariables } from '../../../generated/operations';

export const CHECK_IN: TypedDocumentNode<CheckInMutation, CheckInMutationVariables> = gql`
  mutation CheckIn($input: CheckInInput!) {
    checkIn(input: $input) {
      ... on CheckInSuccess {
        serverTime
        invitation {
          id
          status
        }
        trial {
          id
          items {
            id
            position
            kind
            isAnswered
            response {
              revision
              savedAt
            }
            submissions {
              id
            }
            content {
              ... on CodeContent {
                languages {
                  language
                  starter
                }
              }
            }
          }
        }
      }
      ... on AssessmentNotOpenProblem {
        status
      }
    }
  }
`;

export type Begun = Extract<CheckInMutation['checkIn'], { __typename: 'CheckInSuccess' }>;
export type Trial = NonNullable<Begun['trial']>;
export type TrialItem = Trial['items'][number];
