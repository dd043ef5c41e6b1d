import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AttemptHeartbeatMutation,
  AttemptHeartbeatMutationVariables,
  AttemptNewsSubscription,
  AttemptNewsSubscriptionVariables,
} from '../../generated/operations';
import { SITTING_SECTIONS } from '../../sitting/sitting-sections';
import { MESSAGE } from './messages/message-query';

/** Small, because every page sends it every 15 seconds; nearly always there is no message. */
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
          ...Sitting_sections
          unreadMessages {
            ...Message_attempt
          }
        }
      }
    }
  }
  ${MESSAGE}
  ${SITTING_SECTIONS}
`;

export const NEWS: TypedDocumentNode<AttemptNewsSubscription, AttemptNewsSubscriptionVariables> = gql`
  subscription AttemptNews($attemptId: ID!) {
    attemptNews(attemptId: $attemptId) {
      kind
    }
  }
`;
