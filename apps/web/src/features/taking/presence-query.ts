import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AttemptHeartbeatMutation,
  AttemptHeartbeatMutationVariables,
  AttemptNewsSubscription,
  AttemptNewsSubscriptionVariables,
} from '../../generated/operations';

/** Small, because every page sends it every 15 seconds. */
export const HEARTBEAT: TypedDocumentNode<AttemptHeartbeatMutation, AttemptHeartbeatMutationVariables> = gql`
  mutation AttemptHeartbeat($input: AttemptHeartbeatInput!) {
    attemptHeartbeat(input: $input) {
      ... on AttemptHeartbeatSuccess {
        isLive
        liveSince
        isLiveInThisBrowser
        attempt {
          id
          serverTime
          closesAt
          endedAt
        }
      }
    }
  }
`;

export const NEWS: TypedDocumentNode<AttemptNewsSubscription, AttemptNewsSubscriptionVariables> = gql`
  subscription AttemptNews($attemptId: ID!) {
    attemptNews(attemptId: $attemptId) {
      kind
    }
  }
`;
