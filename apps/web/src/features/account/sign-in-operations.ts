import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CompleteSignInMutation,
  CompleteSignInMutationVariables,
  FinishSingleSignOnMutation,
  FinishSingleSignOnMutationVariables,
  SignInWaysQuery,
  SignInWaysQueryVariables,
  SignInWithPasskeyMutation,
  SignInWithPasskeyMutationVariables,
  StartPasskeySignInMutation,
  StartPasskeySignInMutationVariables,
} from '../../generated/operations';

export const SIGN_IN_WAYS: TypedDocumentNode<SignInWaysQuery, SignInWaysQueryVariables> = gql`
  query SignInWays($email: String!) {
    signInWays(email: $email) {
      singleSignOn
    }
  }
`;

export const COMPLETE_SIGN_IN: TypedDocumentNode<CompleteSignInMutation, CompleteSignInMutationVariables> = gql`
  mutation CompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      ... on CompleteSignInSuccess {
        viewer {
          isGuest
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const START_PASSKEY: TypedDocumentNode<StartPasskeySignInMutation, StartPasskeySignInMutationVariables> = gql`
  mutation StartPasskeySignIn($input: StartPasskeySignInInput!) {
    startPasskeySignIn(input: $input) {
      ... on StartPasskeySignInSuccess {
        challenge
        rpId
        allowed {
          id
          transports
        }
      }
    }
  }
`;

export const SIGN_IN_WITH_PASSKEY: TypedDocumentNode<SignInWithPasskeyMutation, SignInWithPasskeyMutationVariables> =
  gql`
    mutation SignInWithPasskey($input: PasskeyAnswerInput!) {
      signInWithPasskey(input: $input) {
        ... on SignInWithPasskeySuccess {
          viewer {
            isGuest
          }
        }
        ... on Problem {
          code
        }
      }
    }
  `;

export const FINISH_SINGLE_SIGN_ON: TypedDocumentNode<FinishSingleSignOnMutation, FinishSingleSignOnMutationVariables> =
  gql`
    mutation FinishSingleSignOn($input: FinishSingleSignOnInput!) {
      finishSingleSignOn(input: $input) {
        ... on FinishSingleSignOnSuccess {
          from
          viewer {
            isGuest
          }
        }
        ... on SingleSignOnRefusedProblem {
          reason
        }
        ... on Problem {
          code
        }
      }
    }
  `;
