import type { GraphQLClient } from '@holdout/testing';
import { ASSESSMENT } from '../../access/test-actors';

const DAY_MS = 86_400_000;

const INVITATION = `id status source versionNumber link delivery { state failure }
  candidate { id name email allowance { extraTime breakMinutes } }`;
const CHECK = `people { outcome issues { field code limit } }`;
export const INVITE = `mutation ($input: InviteCandidatesInput!) { inviteCandidates(input: $input) { __typename
  ... on InviteCandidatesSuccess { invitations { ${INVITATION} } ${CHECK} sendsAt }
  ... on InvalidInputProblem { issues { field code } } } }`;
export const LIST = `query ($assessmentId: ID!, $filter: CandidateInvitationFilter, $after: String) {
  candidateInvitations(assessmentId: $assessmentId, first: 2, after: $after, filter: $filter) {
    edges { node { ${INVITATION} } } pageInfo { hasNextPage endCursor } } }`;

export type Invitation = {
  readonly id: string;
  readonly status: string;
  readonly link: string | null;
  readonly candidate: { readonly id: string; readonly email: string; readonly allowance: object | null };
};
export type Invited = {
  readonly invitations: readonly Invitation[];
  readonly people: readonly { readonly outcome: string; readonly issues: readonly object[] }[];
  readonly sendsAt: string | null;
};

/** A time some days ahead, as clients send it. */
export const soon = (days = 7) => new Date(Date.now() + days * DAY_MS).toISOString();

const assessmentId = ASSESSMENT.id;

/** Requests of a manager about the invitations of the assessment that all organization tests have. */
export class Inviter {
  constructor(readonly client: GraphQLClient) {}

  async invite(people: readonly object[], more: object = {}): Promise<Invited> {
    const input = { assessmentId, people, expiresAt: soon(), ...more };
    return (await this.client.ask<{ inviteCandidates: Invited }>(INVITE, { input })).inviteCandidates;
  }

  /** The invitations that a mutation changed. */
  async act(field: string, input: object): Promise<readonly Invitation[]> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    const mutation = `mutation ($input: ${type}Input!) { ${field}(input: $input) {
      ... on ${type}Success { invitations { ${INVITATION} } } } }`;
    const outcome = await this.client.ask<Record<string, Invited>>(mutation, { input: { assessmentId, ...input } });
    return outcome[field]?.invitations ?? [];
  }
}
