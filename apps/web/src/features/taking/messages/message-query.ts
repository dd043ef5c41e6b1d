import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AttemptMessagesQuery,
  AttemptMessagesQueryVariables,
  CallForHelpMutation,
  CallForHelpMutationVariables,
  ReadMessagesMutation,
  ReadMessagesMutationVariables,
  UnreadMessagesQuery,
  UnreadMessagesQueryVariables,
} from '../../../generated/operations';

export const MESSAGE = gql`
  fragment Message_attempt on AttemptMessage {
    id
    kind
    text
    isToAll
    sentAt
    readAt
    answeredAt
  }
`;

/** Read from the cache, where each heartbeat writes it. */
export const UNREAD: TypedDocumentNode<UnreadMessagesQuery, UnreadMessagesQueryVariables> = gql`
  query UnreadMessages($id: ID!) {
    attempt(id: $id) {
      id
      unreadMessages {
        ...Message_attempt
      }
    }
  }
  ${MESSAGE}
`;

export const MESSAGES: TypedDocumentNode<AttemptMessagesQuery, AttemptMessagesQueryVariables> = gql`
  query AttemptMessages($id: ID!) {
    attempt(id: $id) {
      id
      messages {
        ...Message_attempt
      }
    }
  }
  ${MESSAGE}
`;

export const CALL_FOR_HELP: TypedDocumentNode<CallForHelpMutation, CallForHelpMutationVariables> = gql`
  mutation CallForHelp($input: CallForHelpInput!) {
    callForHelp(input: $input) {
      ... on CallForHelpSuccess {
        attempt {
          id
          messages {
            ...Message_attempt
          }
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
  ${MESSAGE}
`;

export const READ_MESSAGES: TypedDocumentNode<ReadMessagesMutation, ReadMessagesMutationVariables> = gql`
  mutation ReadMessages($input: ReadMessagesInput!) {
    readMessages(input: $input) {
      ... on ReadMessagesSuccess {
        messages {
          id
          readAt
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export type Message = AttemptMessagesQuery['attempt']['messages'][number];
