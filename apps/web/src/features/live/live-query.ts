import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddTimeMutation,
  AddTimeMutationVariables,
  CloseHelpCallsMutation,
  CloseHelpCallsMutationVariables,
  LiveAssessmentsQuery,
  LiveAssessmentsQueryVariables,
  LiveAttemptsQuery,
  LiveAttemptsQueryVariables,
  LiveMessagesQuery,
  LiveMessagesQueryVariables,
  SendAttemptMessageMutation,
  SendAttemptMessageMutationVariables,
} from '../../generated/operations';

export const LIVE: TypedDocumentNode<LiveAttemptsQuery, LiveAttemptsQueryVariables> = gql`
  query LiveAttempts($assessmentId: ID!, $after: String, $show: LiveFilter!) {
    liveAttempts(assessmentId: $assessmentId, first: 50, after: $after, show: $show) {
      serverTime
      counts {
        running
        calls
        notConnected
        ended
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          invitationId
          name
          email
          closesAt
          endedAt
          endedBy
          position
          sectionTitle
          itemCount
          answeredCount
          seenAt
          isConnected
          givenSeconds
          unreadCount
          call {
            id
            text
            sentAt
          }
        }
      }
    }
  }
`;

export const LIVE_MESSAGES: TypedDocumentNode<LiveMessagesQuery, LiveMessagesQueryVariables> = gql`
  query LiveMessages($invitationId: ID!) {
    liveAttempt(invitationId: $invitationId) {
      id
      messages {
        id
        kind
        text
        isToAll
        sentAt
        readAt
        answeredAt
      }
    }
  }
`;

export const SEND: TypedDocumentNode<SendAttemptMessageMutation, SendAttemptMessageMutationVariables> = gql`
  mutation SendAttemptMessage($input: SendAttemptMessageInput!) {
    sendAttemptMessage(input: $input) {
      ... on SendAttemptMessageSuccess {
        sentCount
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

export const ADD_TIME: TypedDocumentNode<AddTimeMutation, AddTimeMutationVariables> = gql`
  mutation AddTime($input: AddTimeInput!) {
    addTime(input: $input) {
      ... on AddTimeSuccess {
        givenCount
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

export const CLOSE_CALLS: TypedDocumentNode<CloseHelpCallsMutation, CloseHelpCallsMutationVariables> = gql`
  mutation CloseHelpCalls($input: CloseHelpCallsInput!) {
    closeHelpCalls(input: $input) {
      ... on CloseHelpCallsSuccess {
        closedCount
      }
    }
  }
`;

export const LIVE_ASSESSMENTS: TypedDocumentNode<LiveAssessmentsQuery, LiveAssessmentsQueryVariables> = gql`
  query LiveAssessments($organization: String!) {
    liveAssessments(organization: $organization) {
      assessmentId
      title
      runningCount
      callCount
    }
  }
`;

export type Live = LiveAttemptsQuery['liveAttempts'];
export type LiveAttempt = Live['edges'][number]['node'];
