import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ApiTokensQuery,
  ApiTokensQueryVariables,
  CreateApiTokenMutation,
  CreateApiTokenMutationVariables,
  RevokeApiTokenMutation,
  RevokeApiTokenMutationVariables,
} from '../../generated/operations';

export const API_TOKENS: TypedDocumentNode<ApiTokensQuery, ApiTokensQueryVariables> = gql`
  query ApiTokens($slug: String!) {
    apiTokens(slug: $slug) {
      id
      name
      scopes
      createdBy
      createdAt
      expiresAt
      isExpired
      lastUsedAt
    }
  }
`;

export const CREATE_API_TOKEN: TypedDocumentNode<CreateApiTokenMutation, CreateApiTokenMutationVariables> = gql`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      ... on CreateApiTokenSuccess {
        token
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on TooManyTokensProblem {
        limit
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const REVOKE_API_TOKEN: TypedDocumentNode<RevokeApiTokenMutation, RevokeApiTokenMutationVariables> = gql`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      ... on RevokeApiTokenSuccess {
        apiTokens {
          id
        }
      }
    }
  }
`;

export type ApiToken = ApiTokensQuery['apiTokens'][number];
