import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ConfirmEmailMutation,
  ConfirmEmailMutationVariables,
  ConfirmSignUpMutation,
  ConfirmSignUpMutationVariables,
  RequestPasswordResetMutation,
  RequestPasswordResetMutationVariables,
  ResetPasswordMutation,
  ResetPasswordMutationVariables,
} from '../../generated/operations';

export const CONFIRM_SIGN_UP: TypedDocumentNode<ConfirmSignUpMutation, ConfirmSignUpMutationVariables> = gql`
  mutation ConfirmSignUp($input: ConfirmSignUpInput!) {
    confirmSignUp(input: $input) {
      ... on ConfirmSignUpSuccess {
        viewer {
          isGuest
        }
      }
      ... on MailedLinkUnusableProblem {
        reason
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const REQUEST_RESET: TypedDocumentNode<RequestPasswordResetMutation, RequestPasswordResetMutationVariables> =
  gql`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
      requestPasswordReset(input: $input) {
        ... on RequestPasswordResetSuccess {
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

export const RESET_PASSWORD: TypedDocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables> = gql`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ... on ResetPasswordSuccess {
        viewer {
          isGuest
        }
      }
      ... on MailedLinkUnusableProblem {
        reason
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

export const CONFIRM_EMAIL: TypedDocumentNode<ConfirmEmailMutation, ConfirmEmailMutationVariables> = gql`
  mutation ConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) {
      ... on ConfirmEmailSuccess {
        viewer {
          account {
            id
            email
          }
        }
      }
      ... on MailedLinkUnusableProblem {
        reason
      }
      ... on Problem {
        code
      }
    }
  }
`;
