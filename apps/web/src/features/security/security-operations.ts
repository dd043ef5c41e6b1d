import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddPasskeyMutation,
  AddPasskeyMutationVariables,
  ConfirmTotpMutation,
  ConfirmTotpMutationVariables,
  MakeRecoveryCodesMutation,
  MakeRecoveryCodesMutationVariables,
  ProposeTotpMutation,
  ProposeTotpMutationVariables,
  RemovePasskeyMutation,
  RemovePasskeyMutationVariables,
  SignInSecurityQuery,
  SignInSecurityQueryVariables,
  StartPasskeySetupMutation,
  StartPasskeySetupMutationVariables,
  TurnOffTotpMutation,
  TurnOffTotpMutationVariables,
} from '../../generated/operations';

export const SIGN_IN_SECURITY: TypedDocumentNode<SignInSecurityQuery, SignInSecurityQueryVariables> = gql`
  query SignInSecurity {
    signInSecurity {
      hasPassword
      totpSince
      recoveryCodesLeft
      canUsePasskeys
      passkeys {
        id
        name
        createdAt
        lastUsedAt
      }
    }
  }
`;

export const PROPOSE_TOTP: TypedDocumentNode<ProposeTotpMutation, ProposeTotpMutationVariables> = gql`
  mutation ProposeTotp($input: ProposeTotpInput!) {
    proposeTotp(input: $input) {
      ... on ProposeTotpSuccess {
        secret
        address
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const CONFIRM_TOTP: TypedDocumentNode<ConfirmTotpMutation, ConfirmTotpMutationVariables> = gql`
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      ... on ConfirmTotpSuccess {
        recoveryCodes
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const MAKE_RECOVERY_CODES: TypedDocumentNode<MakeRecoveryCodesMutation, MakeRecoveryCodesMutationVariables> =
  gql`
    mutation MakeRecoveryCodes($input: SecondFactorProofInput!) {
      makeRecoveryCodes(input: $input) {
        ... on MakeRecoveryCodesSuccess {
          recoveryCodes
        }
        ... on Problem {
          code
        }
      }
    }
  `;

export const TURN_OFF_TOTP: TypedDocumentNode<TurnOffTotpMutation, TurnOffTotpMutationVariables> = gql`
  mutation TurnOffTotp($input: SecondFactorProofInput!) {
    turnOffTotp(input: $input) {
      ... on Problem {
        code
      }
    }
  }
`;

export const START_PASSKEY_SETUP: TypedDocumentNode<StartPasskeySetupMutation, StartPasskeySetupMutationVariables> =
  gql`
    mutation StartPasskeySetup($input: StartPasskeySetupInput!) {
      startPasskeySetup(input: $input) {
        ... on StartPasskeySetupSuccess {
          challenge
          rpId
          userId
          userName
          displayName
          existing {
            id
          }
        }
        ... on Problem {
          code
        }
      }
    }
  `;

export const ADD_PASSKEY: TypedDocumentNode<AddPasskeyMutation, AddPasskeyMutationVariables> = gql`
  mutation AddPasskey($input: PasskeyRegistrationInput!) {
    addPasskey(input: $input) {
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

export const REMOVE_PASSKEY: TypedDocumentNode<RemovePasskeyMutation, RemovePasskeyMutationVariables> = gql`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      ... on Problem {
        code
      }
    }
  }
`;
