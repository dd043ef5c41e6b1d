import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  PublicLink_ProblemFragment,
  RequestSeatMutation,
  RequestSeatMutationVariables,
  TakeSeatMutation,
  TakeSeatMutationVariables,
} from '../../generated/operations';

export const PUBLIC_LINK: TypedDocumentNode<PublicLink_ProblemFragment> = gql`
  fragment PublicLink_problem on PublicLinkProblem {
    state
    title
    organizationName
    opensAt
    contact {
      name
      email
    }
  }
`;

export const REQUEST_SEAT: TypedDocumentNode<RequestSeatMutation, RequestSeatMutationVariables> = gql`
  mutation RequestSeat($input: RequestSeatInput!) {
    requestSeat(input: $input) {
      ... on RequestSeatSuccess {
        requestId
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ...PublicLink_problem
    }
  }
  ${PUBLIC_LINK}
`;

export const TAKE_SEAT: TypedDocumentNode<TakeSeatMutation, TakeSeatMutationVariables> = gql`
  mutation TakeSeat($input: TakeSeatInput!) {
    takeSeat(input: $input) {
      ... on TakeSeatSuccess {
        invitation {
          id
        }
      }
      ... on LinkUnusableProblem {
        reason
        contact {
          name
          email
        }
      }
      ...PublicLink_problem
    }
  }
  ${PUBLIC_LINK}
`;

export type PublicLink = PublicLink_ProblemFragment;
