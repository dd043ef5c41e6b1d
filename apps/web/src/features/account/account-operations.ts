import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AccountQuery,
  AccountQueryVariables,
  ChangeEmailMutation,
  ChangeEmailMutationVariables,
  ChangeNameMutation,
  ChangeNameMutationVariables,
  ChangePasswordMutation,
  ChangePasswordMutationVariables,
  EndSessionsMutation,
  EndSessionsMutationVariables,
  ProveEmailMutation,
  ProveEmailMutationVariables,
} from '../../generated/operations';

export const ACCOUNT: TypedDocumentNode<AccountQuery, AccountQueryVariables> = gql`
  query Account {
    viewer {
      account {
        id
        email
        displayName
        isProven
      }
    }
    installation {
      sendsMail
    }
    sessions {
      id
      browser
      system
      createdAt
      lastSeenAt
      isThis
    }
  }
`;

export const CHANGE_NAME: TypedDocumentNode<ChangeNameMutation, ChangeNameMutationVariables> = gql`
  mutation ChangeName($input: ChangeNameInput!) {
    changeName(input: $input) {
      ... on ChangeNameSuccess {
        viewer {
          account {
            id
            displayName
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
`;

export const CHANGE_EMAIL: TypedDocumentNode<ChangeEmailMutation, ChangeEmailMutationVariables> = gql`
  mutation ChangeEmail($input: ChangeEmailInput!) {
    changeEmail(input: $input) {
      ... on ChangeEmailSuccess {
        email
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

export const PROVE_EMAIL: TypedDocumentNode<ProveEmailMutation, ProveEmailMutationVariables> = gql`
  mutation ProveEmail($input: ProveEmailInput!) {
    proveEmail(input: $input) {
      ... on ProveEmailSuccess {
        email
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const CHANGE_PASSWORD: TypedDocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables> = gql`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ... on ChangePasswordSuccess {
        viewer {
          isGuest
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
`;

export const END_SESSIONS: TypedDocumentNode<EndSessionsMutation, EndSessionsMutationVariables> = gql`
  mutation EndSessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      ... on EndSessionsSuccess {
        sessions {
          id
          browser
          system
          createdAt
          lastSeenAt
          isThis
        }
      }
    }
  }
`;
