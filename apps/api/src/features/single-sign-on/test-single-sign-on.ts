import { systemClock } from '@holdout/persistence';
import { OPENID_CLIENT, GraphQLClient, makeScratchDatabase, TestProvider } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TxtRecords } from './txt-records';

export const PASSWORD = 'the tide turns at nine';
export const PUBLIC_URL = 'http://localhost:3000';
export const DAY = 86_400;

export const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
export const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
export const WAYS = 'query ($email: String!) { signInWays(email: $email) { singleSignOn } }';
export const START = `mutation ($input: StartSingleSignOnInput!) { startSingleSignOn(input: $input) { __typename
  ... on StartSingleSignOnSuccess { address } ... on SingleSignOnRefusedProblem { reason } } }`;
const FINISH = `mutation ($input: FinishSingleSignOnInput!) { finishSingleSignOn(input: $input) { __typename
  ... on FinishSingleSignOnSuccess { from viewer { account { email displayName } memberships { organization { slug } roles } } }
  ... on SecondFactorNeededProblem { ways } ... on SingleSignOnRefusedProblem { reason } } }`;
const SETTINGS = `signIn { provider { issuer clientId defaultRole } requiresSingleSignOn requiresSecondFactor
  domains { id domain recordName recordText provenAt missingSince } }`;
export const SAVE = `mutation ($input: SaveIdentityProviderInput!) { saveIdentityProvider(input: $input) { __typename
  ... on SaveIdentityProviderSuccess { ${SETTINGS} } ... on IssuerRefusedProblem { reason }
  ... on InvalidInputProblem { issues { field code } } } }`;
export const RULES = `mutation ($input: SaveSignInRulesInput!) { saveSignInRules(input: $input) { __typename } }`;
export const ADD = `mutation ($input: AddOrganizationDomainInput!) { addOrganizationDomain(input: $input) { __typename
  ... on AddOrganizationDomainSuccess { ${SETTINGS} } ... on InvalidInputProblem { issues { field code } } } }`;
export const CHECK = `mutation ($input: OrganizationDomainInput!) { checkOrganizationDomain(input: $input) { __typename
  ... on DomainNotProvenProblem { found } } }`;
export const REMOVE =
  'mutation ($input: OrganizationDomainInput!) { removeOrganizationDomain(input: $input) { __typename } }';
const SIGN_IN_SETTINGS = `query ($slug: String!) { organizationSignIn(slug: $slug) { redirectUri domains { id domain recordText provenAt missingSince } } }`;
export const VIEWER = '{ viewer { account { email } memberships { organization { slug } roles lacks } } }';
export const ORGANIZATION = 'query ($slug: String!) { organization(slug: $slug) { name } }';

export type Named = { readonly __typename: string };
type Domain = {
  readonly id: string;
  readonly domain: string;
  readonly recordText: string;
  readonly provenAt: string | null;
};

export let now = new Date('2026-01-01T12:00:00Z');
export let api: TestApi;
export let provider: TestProvider;
/** The TXT records of the test's DNS; `null` for a server that does not answer. */
export const zone = new Map<string, readonly string[] | null>();

/** Starts the API, the provider and two organizations, of which the first has the provider and a proven domain. */
export function withSingleSignOn(): void {
  beforeAll(async () => {
    const environment = { PUBLIC_URL };
    api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment, clock: { now: () => now } });
    provider = await TestProvider.start(`${PUBLIC_URL}/sign-in/callback`);
    api.app.get(TxtRecords).resolve = async (name) => {
      const texts = zone.get(name);
      if (texts === undefined) throw Object.assign(new Error('no name'), { code: 'ENOTFOUND' });
      if (texts === null) throw Object.assign(new Error('no answer'), { code: 'ESERVFAIL' });
      return texts.map((text) => [text.slice(0, 10), text.slice(10)]);
    };
    const administration = new Administration(api.db, systemClock);
    for (const slug of ['one', 'two']) {
      const admin = { email: `admin@${slug}.example`, password: PASSWORD, displayName: 'Admin' };
      await administration.createOrganization({ slug, name: slug }, admin);
    }
    await configured('one', 'one.example');
  });
  afterAll(async () => {
    await provider.stop();
    await api.stop();
  });
  afterEach(() => {
    provider.alter = (claims) => claims;
    provider.isFailing = false;
    later(1800);
  });
}

export const later = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
export const visitor = (): GraphQLClient => new GraphQLClient(api.url);

export async function signedIn(email: string): Promise<GraphQLClient> {
  const client = visitor();
  await client.ask(SIGN_IN, { input: { email, password: PASSWORD } });
  return client;
}

export const domainsOf = async (client: GraphQLClient, slug: string): Promise<readonly Domain[]> =>
  (await client.ask<{ organizationSignIn: { domains: Domain[] } }>(SIGN_IN_SETTINGS, { slug })).organizationSignIn
    .domains;

export async function withDomain(client: GraphQLClient, slug: string, domain: string): Promise<Domain> {
  await client.ask(ADD, { input: { slug, domain } });
  const found = (await domainsOf(client, slug)).find((one) => one.domain === domain);
  if (found === undefined) throw new Error(`${domain} was not added.`);
  return found;
}

export async function configured(slug: string, domain: string): Promise<GraphQLClient> {
  const admin = await signedIn(`admin@${slug}.example`);
  const access = { issuer: provider.issuer, ...OPENID_CLIENT, defaultRole: 'RECRUITER' };
  await admin.ask(SAVE, { input: { slug, ...access } });
  const { id, recordText } = await withDomain(admin, slug, domain);
  zone.set(`_holdout.${domain}`, ['v=other', recordText]);
  await admin.ask(CHECK, { input: { slug, id } });
  return admin;
}

/** Lets a person of the provider sign in up to the answer that the browser brings back. */
export async function answered(client: GraphQLClient, sub: string, claims: object, from = '/'): Promise<string> {
  provider.people.set(sub, { ...claims });
  provider.person = sub;
  const { startSingleSignOn } = await client.ask<{ startSingleSignOn: { address: string } }>(START, {
    input: { email: 'someone@one.example', from },
  });
  return provider.answerTo(startSingleSignOn.address);
}

export type Finished = { readonly __typename: string; readonly reason?: string; readonly viewer?: unknown };
export const finish = async (client: GraphQLClient, parameters: string): Promise<Finished> =>
  (await client.ask<{ finishSingleSignOn: Finished }>(FINISH, { input: { parameters } })).finishSingleSignOn;

export const verified = (email: string) => ({ email, email_verified: true, name: 'A Person' });
export const countRows = async (): Promise<unknown> =>
  api.dataSource
    .query(`select (select count(*) from account) as accounts, (select count(*) from account_identity) as identities,
    (select count(*) from member) as members, (select count(*) from session where account_id is not null) as sessions`);
