import { GraphQLClient } from '@holdout/testing';
import type { TestApi } from '../../test-api';

export const CREATE = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { __typename
  ... on CreateApiTokenSuccess { token apiTokens { id name scopes isMine createdBy lastUsedAt expiresAt } }
  ... on InvalidInputProblem { issues { field code limit } } ... on TooManyTokensProblem { limit } } }`;
export const REVOKE = `mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) {
  ... on RevokeApiTokenSuccess { apiTokens { id } } } }`;
export const LIST = '{ apiTokens(slug: "acme") { id name isMine isExpired lastUsedAt } }';

type Created = { readonly createApiToken: { readonly token: string; readonly apiTokens: readonly { id: string }[] } };

export async function aToken(client: GraphQLClient, more: object = {}): Promise<{ token: string; id: string }> {
  const input = { slug: 'acme', name: 'A script', scopes: ['READ'], ...more };
  const { createApiToken } = await client.ask<Created>(CREATE, { input });
  return { token: createApiToken.token, id: createApiToken.apiTokens[0]?.id ?? '' };
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export const codeIn = (text: string): string | undefined =>
  (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

/** Status and body of a request with this token. */
export async function send(
  api: TestApi,
  token: string,
  query: string,
  headers = {},
): Promise<{ status: number; text: string }> {
  return new GraphQLClient(api.url).post(JSON.stringify({ query }), { ...bearer(token), ...headers });
}
