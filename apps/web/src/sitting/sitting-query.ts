import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  FlagItemMutation,
  FlagItemMutationVariables,
  PresentItemMutation,
  PresentItemMutationVariables,
  SittingClockQuery,
  SittingClockQueryVariables,
  SubmitAttemptMutation,
  SubmitAttemptMutationVariables,
} from '../generated/operations';

/** Small, because it is polled: the server's time. */
export const SITTING_CLOCK: TypedDocumentNode<SittingClockQuery, SittingClockQueryVariables> = gql`
  query SittingClock($id: ID!) {
    attempt(id: $id) {
      id
      serverTime
      closesAt
      endedAt
    }
  }
`;

export const FLAG_ITEM: TypedDocumentNode<FlagItemMutation, FlagItemMutationVariables> = gql`
  mutation FlagItem($input: FlagItemInput!) {
    flagItem(input: $input) {
      ... on FlagItemSuccess {
        item {
          id
          isFlagged
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const PRESENT_ITEM: TypedDocumentNode<PresentItemMutation, PresentItemMutationVariables> = gql`
  mutation PresentItem($input: PresentItemInput!) {
    presentItem(input: $input) {
      ... on PresentItemSuccess {
        item {
          id
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const SUBMIT_ATTEMPT: TypedDocumentNode<SubmitAttemptMutation, SubmitAttemptMutationVariables> = gql`
  mutation SubmitAttempt($input: SubmitAttemptInput!) {
    submitAttempt(input: $input) {
      ... on SubmitAttemptSuccess {
        attempt {
          id
          endedAt
        }
      }
    }
  }
`;
