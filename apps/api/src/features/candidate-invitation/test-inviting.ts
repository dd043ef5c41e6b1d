import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import type { Environment } from '@holdout/settings';
import { ASSESSMENT, TestPeople } from '../../access/test-actors';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TestAssessments } from '../../test-assessment';
import { catchMail } from '../../test-mail';

const DAY_MS = 86_400_000;

const INVITATION = `id status source versionNumber link delivery { state failure }
  candidate { id name email allowance { extraTime breakMinutes } }`;
const CHECK = `people { outcome issues { field code limit } }`;
export const INVITE = `mutation ($input: InviteCandidatesInput!) { inviteCandidates(input: $input) { __typename
  ... on InviteCandidatesSuccess { invitations { ${INVITATION} } ${CHECK} sendsAt }
  ... on InvalidInputProblem { issues { field code } } } }`;
export const LIST = `query ($assessmentId: ID!, $filter: CandidateInvitationFilter,
    $order: CandidateInvitationOrder! = NEWEST, $after: String) {
  candidateInvitations(assessmentId: $assessmentId, first: 2, after: $after, filter: $filter, order: $order) {
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

export const aPerson = (email: string, name = 'A person') => ({ email, name });

const assessmentId = ASSESSMENT.id;

type Role = 'manager' | 'recruiter' | 'author';

/** Requests of a manager about the invitations of the assessment that all organization tests have. */
export class Inviter {
  readonly mail: ReturnType<typeof catchMail>;

  private constructor(
    readonly api: TestApi,
    readonly client: GraphQLClient,
    readonly recruiter: GraphQLClient,
    private readonly people: TestPeople,
  ) {
    this.mail = catchMail(api);
  }

  /** Starts an api in which an organization has members and a published assessment. */
  static async start(environment: Environment = {}): Promise<Inviter> {
    const api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment });
    const people = new TestPeople(api.db, new TestAssessments(api.dataSource));
    await people.found();
    const member = async (role: Role) => new GraphQLClient(api.url, await headersOf(people, role));
    return new Inviter(api, await member('manager'), await member('recruiter'), people);
  }

  /** Headers of a new session of a member with this role. */
  headersOf(role: Role): Promise<Readonly<Record<string, string>>> {
    return headersOf(this.people, role);
  }

  /** All mails that were queued: those that wait for Undo leave at once. */
  async sent() {
    await this.api.dataSource.query('update jobs._private_jobs set run_at = now()');
    return this.mail.sent();
  }

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

const headersOf = (people: TestPeople, role: Role) =>
  people.headers({ name: role, kind: 'account', member: { organization: 'one', role } });
