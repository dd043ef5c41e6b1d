import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  SignInMutation,
  SignInMutationVariables,
  SignUpMutation,
  SignUpMutationVariables,
} from '../../generated/operations';

export const SIGN_IN: TypedDocumentNode<SignInMutation, SignInMutationVariables> = gql`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ... on SignInSuccess {
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

export const SIGN_UP: TypedDocumentNode<SignUpMutation, SignUpMutationVariables> = gql`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      ... on SignUpSuccess {
        viewer {
          isGuest
        }
      }
      ... on SignUpMailSuccess {
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
