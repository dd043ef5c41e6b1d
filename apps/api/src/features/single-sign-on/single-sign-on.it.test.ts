import { systemClock } from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { Secret, TOTP } from 'otpauth';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { Domains } from './domains';
import { CLIENT, TestProvider } from './test-provider';
import { TxtRecords } from './txt-records';

const PASSWORD = 'the tide turns at nine';
const PUBLIC_URL = 'http://localhost:3000';
const DAY = 86_400;

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const WAYS = 'query ($email: String!) { signInWays(email: $email) { singleSignOn } }';
const START = `mutation ($input: StartSingleSignOnInput!) { startSingleSignOn(input: $input) { __typename
  ... on StartSingleSignOnSuccess { address } ... on SingleSignOnRefusedProblem { reason } } }`;
const FINISH = `mutation ($input: FinishSingleSignOnInput!) { finishSingleSignOn(input: $input) { __typename
  ... on FinishSingleSignOnSuccess { from viewer { account { email displayName } memberships { organization { slug } roles } } }
  ... on SecondFactorNeededProblem { ways } ... on SingleSignOnRefusedProblem { reason } } }`;
const SETTINGS = `signIn { provider { issuer clientId defaultRole } requiresSingleSignOn requiresSecondFactor
  domains { id domain recordName recordText provenAt missingSince } }`;
const SAVE = `mutation ($input: SaveIdentityProviderInput!) { saveIdentityProvider(input: $input) { __typename
  ... on SaveIdentityProviderSuccess { ${SETTINGS} } ... on IssuerRefusedProblem { reason }
  ... on InvalidInputProblem { issues { field code } } } }`;
const RULES = `mutation ($input: SaveSignInRulesInput!) { saveSignInRules(input: $input) { __typename } }`;
const ADD = `mutation ($input: AddOrganizationDomainInput!) { addOrganizationDomain(input: $input) { __typename
  ... on AddOrganizationDomainSuccess { ${SETTINGS} } ... on InvalidInputProblem { issues { field code } } } }`;
const CHECK = `mutation ($input: OrganizationDomainInput!) { checkOrganizationDomain(input: $input) { __typename
  ... on DomainNotProvenProblem { found } } }`;
const REMOVE = 'mutation ($input: OrganizationDomainInput!) { removeOrganizationDomain(input: $input) { __typename } }';
const SIGN_IN_SETTINGS = `query ($slug: String!) { organizationSignIn(slug: $slug) { redirectUri domains { id domain recordText provenAt missingSince } } }`;
const VIEWER = '{ viewer { account { email } memberships { organization { slug } roles lacks } } }';
const ORGANIZATION = 'query ($slug: String!) { organization(slug: $slug) { name } }';

type Named = { readonly __typename: string };
type Domain = {
  readonly id: string;
  readonly domain: string;
  readonly recordText: string;
  readonly provenAt: string | null;
};

let now = new Date('2026-01-01T12:00:00Z');
let api: TestApi;
let provider: TestProvider;
/** The TXT records of the test's DNS; `null` for a server that does not answer. */
const zone = new Map<string, readonly string[] | null>();

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

const later = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
const visitor = (): GraphQLClient => new GraphQLClient(api.url);

async function signedIn(email: string): Promise<GraphQLClient> {
  const client = visitor();
  await client.ask(SIGN_IN, { input: { email, password: PASSWORD } });
  return client;
}

const domainsOf = async (client: GraphQLClient, slug: string): Promise<readonly Domain[]> =>
  (await client.ask<{ organizationSignIn: { domains: Domain[] } }>(SIGN_IN_SETTINGS, { slug })).organizationSignIn
    .domains;

async function withDomain(client: GraphQLClient, slug: string, domain: string): Promise<Domain> {
  await client.ask(ADD, { input: { slug, domain } });
  const found = (await domainsOf(client, slug)).find((one) => one.domain === domain);
  if (found === undefined) throw new Error(`${domain} was not added.`);
  return found;
}

async function configured(slug: string, domain: string): Promise<GraphQLClient> {
  const admin = await signedIn(`admin@${slug}.example`);
  const access = { issuer: provider.issuer, ...CLIENT, defaultRole: 'RECRUITER' };
  await admin.ask(SAVE, { input: { slug, ...access } });
  const { id, recordText } = await withDomain(admin, slug, domain);
  zone.set(`_holdout.${domain}`, ['v=other', recordText]);
  await admin.ask(CHECK, { input: { slug, id } });
  return admin;
}

/** Lets a person of the provider sign in up to the answer that the browser brings back. */
async function answered(client: GraphQLClient, sub: string, claims: object, from = '/'): Promise<string> {
  provider.people.set(sub, { ...claims });
  provider.person = sub;
  const { startSingleSignOn } = await client.ask<{ startSingleSignOn: { address: string } }>(START, {
    input: { email: 'someone@one.example', from },
  });
  return provider.answerTo(startSingleSignOn.address);
}

type Finished = { readonly __typename: string; readonly reason?: string; readonly viewer?: unknown };
const finish = async (client: GraphQLClient, parameters: string): Promise<Finished> =>
  (await client.ask<{ finishSingleSignOn: Finished }>(FINISH, { input: { parameters } })).finishSingleSignOn;

const verified = (email: string) => ({ email, email_verified: true, name: 'A Person' });
const countRows = async (): Promise<unknown> =>
  api.dataSource
    .query(`select (select count(*) from account) as accounts, (select count(*) from account_identity) as identities,
    (select count(*) from member) as members, (select count(*) from session where account_id is not null) as sessions`);

describe('signing in', () => {
  test('makes an account and a membership with the default role, and returns to the page', async () => {
    const client = visitor();
    const answer = await answered(client, 'new', verified('New@one.example'), '/o/one');
    expect(await finish(client, answer)).toMatchObject({
      __typename: 'FinishSingleSignOnSuccess',
      from: '/o/one',
      viewer: {
        account: { email: 'new@one.example', displayName: 'A Person' },
        memberships: [{ organization: { slug: 'one' }, roles: ['RECRUITER'] }],
      },
    });
    const acts = await api.dataSource.query<{ act: string }[]>(
      "select act from audit where actor_account_id = (select account_id from account_profile where email = 'new@one.example') order by act",
    );
    expect(acts.map(({ act }) => act)).toEqual(['identity.linked', 'member.joined-by-domain']);
  });

  test('again finds the account by issuer and subject, also with another address', async () => {
    const first = visitor();
    await finish(first, await answered(first, 'same', verified('same@one.example')));
    const second = visitor();
    const answer = await answered(second, 'same', { email: 'changed@elsewhere.example', email_verified: false });
    expect(await finish(second, answer)).toMatchObject({ viewer: { account: { email: 'same@one.example' } } });
  });

  test('again does not restore a membership that was ended', async () => {
    const client = visitor();
    await finish(client, await answered(client, 'left', verified('left@one.example')));
    await new Administration(api.db, systemClock).changeRoles('one', 'left@one.example', []);
    const back = visitor();
    expect(await finish(back, await answered(back, 'left', verified('left@one.example')))).toMatchObject({
      viewer: { memberships: [] },
    });
  });

  test('links an account that has proven the address, with its roles', async () => {
    const client = visitor();
    const answer = await answered(client, 'admin', verified('admin@one.example'));
    expect(await finish(client, answer)).toMatchObject({
      viewer: { account: { email: 'admin@one.example' }, memberships: [{ roles: ['ADMIN'] }] },
    });
  });

  test('does not link an account that a stranger made with the address', async () => {
    await visitor().ask(SIGN_UP, {
      input: { email: 'taken@one.example', password: PASSWORD, displayName: 'Stranger' },
    });
    const client = visitor();
    const answer = await answered(client, 'taken', verified('taken@one.example'));
    expect(await finish(client, answer)).toMatchObject({ viewer: { account: { displayName: 'A Person' } } });
    expect(await visitor().ask(SIGN_IN, { input: { email: 'taken@one.example', password: PASSWORD } })).toEqual({
      signIn: { __typename: 'CredentialsRefusedProblem' },
    });
  });

  test('asks for the second factor of a linked account', async () => {
    const admin = await signedIn('admin@two.example');
    await configured('two', 'two.example');
    const proposed = await admin.ask<{ proposeTotp: { secret: string } }>(
      'mutation ($input: ProposeTotpInput!) { proposeTotp(input: $input) { ... on ProposeTotpSuccess { secret } } }',
      { input: { password: PASSWORD } },
    );
    const totp = new TOTP({ secret: Secret.fromBase32(proposed.proposeTotp.secret) });
    const code = (): string => totp.generate({ timestamp: now.getTime() });
    await admin.ask('mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { __typename } }', {
      input: { code: code() },
    });
    later(30);
    const client = visitor();
    provider.people.set('two', verified('admin@two.example'));
    provider.person = 'two';
    const { startSingleSignOn } = await client.ask<{ startSingleSignOn: { address: string } }>(START, {
      input: { email: 'admin@two.example' },
    });
    expect(await finish(client, await provider.answerTo(startSingleSignOn.address))).toEqual({
      __typename: 'SecondFactorNeededProblem',
      ways: ['CODE'],
    });
    expect(await client.ask(VIEWER)).toMatchObject({ viewer: { account: null } });
    await client.ask('mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) { __typename } }', {
      input: { code: code() },
    });
    expect(await client.ask(VIEWER)).toMatchObject({ viewer: { account: { email: 'admin@two.example' } } });
  });

  test('of two concurrent first sign-ins makes one account', async () => {
    const clients = [visitor(), visitor()];
    const answers: string[] = [];
    for (const client of clients) answers.push(await answered(client, 'both', verified('both@one.example')));
    const outcomes = await Promise.all(clients.map((client, n) => finish(client, answers[n] ?? '')));
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(Array(2).fill('FinishSingleSignOnSuccess'));
    expect(await api.dataSource.query("select from account_profile where email = 'both@one.example'")).toHaveLength(1);
  });
});

describe('nobody is signed in and nothing is stored for', () => {
  async function refusal(reason: string, attempt: (client: GraphQLClient) => Promise<Finished>): Promise<void> {
    const client = visitor();
    const before = await countRows();
    expect(await attempt(client)).toEqual({ __typename: 'SingleSignOnRefusedProblem', reason });
    expect(await countRows()).toEqual(before);
    expect(await client.ask(VIEWER)).toMatchObject({ viewer: { account: null } });
  }
  const person = verified('refused@one.example');

  test.each([
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'another client' }],
    ['another issuer', { iss: 'https://issuer.example' }],
    ['a past time', { exp: 1 }],
  ])('an ID token with %s', async (_what, altered) => {
    await refusal('ANSWER_REFUSED', async (client) => {
      const answer = await answered(client, 'refused', person);
      provider.alter = (claims) => ({ ...claims, ...altered });
      return finish(client, answer);
    });
  });

  test.each([
    ['is not verified', { ...person, email_verified: false }],
    ['is called verified by a text', { ...person, email_verified: 'true' }],
    ['is missing', { name: 'A Person' }],
    ['is malformed', verified('a b@one.example')],
  ])('a person whose address %s', async (_what, claims) => {
    await refusal('EMAIL_UNVERIFIED', async (client) => finish(client, await answered(client, 'refused', claims)));
  });

  test.each(['elsewhere@other.example', 'neighbour@two.example', 'sub@a.one.example', 'a@one.example.evil.example'])(
    'the address %s, whose domain the organization has not proven',
    async (email) => {
      await refusal('DOMAIN_UNPROVEN', async (client) =>
        finish(client, await answered(client, `at ${email}`, verified(email))),
      );
    },
  );

  test('an altered state, and the sign-in can still be finished', async () => {
    const client = visitor();
    const answer = await answered(client, 'patient', verified('patient@one.example'));
    expect(await finish(client, answer.replace('state=', 'state=x'))).toMatchObject({ reason: 'ALTERED' });
    expect(await finish(client, answer)).toMatchObject({ __typename: 'FinishSingleSignOnSuccess' });
  });

  test('an answer in a browser that did not begin the sign-in', async () => {
    const answer = await answered(visitor(), 'refused', person);
    await refusal('EXPIRED', (client) => finish(client, answer));
  });

  test('an answer after ten minutes', async () => {
    await refusal('EXPIRED', async (client) => {
      const answer = await answered(client, 'refused', person);
      later(600);
      return finish(client, answer);
    });
  });

  test('an answer that was used, with the cookies of then', async () => {
    const client = visitor();
    const answer = await answered(client, 'used', verified('used@one.example'));
    const copy = new GraphQLClient(api.url, client.cookieHeader());
    expect(await finish(client, answer)).toMatchObject({ __typename: 'FinishSingleSignOnSuccess' });
    expect(await finish(copy, answer)).toMatchObject({ reason: 'EXPIRED' });
  });

  test('a code that the provider has answered before', async () => {
    const first = visitor();
    const used = new URLSearchParams(await answered(first, 'replayed', verified('replayed@one.example'))).get('code');
    await refusal('CODE_REFUSED', async (client) => {
      const answer = await answered(client, 'refused', person);
      const parameters = new URLSearchParams(answer);
      parameters.set('code', used ?? '');
      return finish(client, parameters.toString());
    });
  });

  test('a person who declines at the provider', async () => {
    await refusal('DENIED', async (client) => {
      const parameters = new URLSearchParams(await answered(client, 'refused', person));
      parameters.delete('code');
      parameters.set('error', 'access_denied');
      return finish(client, parameters.toString());
    });
  });

  test('a provider that fails', async () => {
    await refusal('PROVIDER_DOWN', async (client) => {
      const answer = await answered(client, 'refused', person);
      provider.isFailing = true;
      return finish(client, answer);
    });
  });

  test('a provider whose client was changed in between', async () => {
    const admin = await signedIn('admin@one.example');
    const access = { slug: 'one', issuer: provider.issuer, ...CLIENT, defaultRole: 'RECRUITER' };
    await refusal('EXPIRED', async (client) => {
      const answer = await answered(client, 'refused', person);
      await admin.ask(SAVE, { input: { ...access, clientId: 'another' } });
      const outcome = await finish(client, answer);
      await admin.ask(SAVE, { input: access });
      return outcome;
    });
  });

  test('a provider that does not accept the secret', async () => {
    const admin = await signedIn('admin@one.example');
    const access = { slug: 'one', issuer: provider.issuer, ...CLIENT, defaultRole: 'RECRUITER' };
    await admin.ask(SAVE, { input: { ...access, clientSecret: 'another' } });
    await refusal('CLIENT_REFUSED', async (client) => finish(client, await answered(client, 'refused', person)));
    await admin.ask(SAVE, { input: access });
  });

  test('a provider that fails when the sign-in begins', async () => {
    provider.isFailing = true;
    const client = visitor();
    expect(await client.ask(START, { input: { email: 'a@one.example' } })).toEqual({
      startSingleSignOn: { __typename: 'SingleSignOnRefusedProblem', reason: 'PROVIDER_DOWN' },
    });
    expect(client.lastSetCookies).toEqual([]);
  });
});

describe('before the e-mail step', () => {
  test('the domain alone decides, whether or not the address has an account', async () => {
    const asked = async (email: string): Promise<unknown> => visitor().ask(WAYS, { email });
    const offered = { signInWays: { singleSignOn: 'OFFERED' } };
    expect(await asked('admin@one.example')).toEqual(offered);
    expect(await asked('nobody@ONE.example')).toEqual(offered);
    const none = { signInWays: { singleSignOn: 'NONE' } };
    for (const email of ['a@elsewhere.example', 'one.example', 'a@', '']) expect(await asked(email)).toEqual(none);
  });

  test('a domain without a provider has nothing to start', async () => {
    expect(await visitor().ask(START, { input: { email: 'a@elsewhere.example' } })).toEqual({
      startSingleSignOn: { __typename: 'SingleSignOnRefusedProblem', reason: 'NOT_OFFERED' },
    });
  });
});

describe('the settings', () => {
  let admin: GraphQLClient;
  beforeAll(async () => {
    admin = await signedIn('admin@one.example');
  });
  const saved = async (input: object): Promise<unknown> => {
    const access = { slug: 'one', issuer: provider.issuer, ...CLIENT, defaultRole: 'RECRUITER', ...input };
    return (await admin.ask<{ saveIdentityProvider: unknown }>(SAVE, { input: access })).saveIdentityProvider;
  };

  test.each([
    ['no issuer', { issuer: '' }, [{ field: 'issuer', code: 'MISSING' }]],
    ['an issuer that is no address', { issuer: 'example' }, [{ field: 'issuer', code: 'MALFORMED' }]],
    ['an issuer with a query', { issuer: 'https://a.example/?x' }, [{ field: 'issuer', code: 'MALFORMED' }]],
    ['no secret', { clientSecret: '' }, [{ field: 'clientSecret', code: 'MISSING' }]],
    ['a long client id', { clientId: 'x'.repeat(501) }, [{ field: 'clientId', code: 'TOO_LONG' }]],
    ['the role of an administrator', { defaultRole: 'ADMIN' }, [{ field: 'defaultRole', code: 'UNKNOWN' }]],
  ])('refuse %s', async (_what, input, issues) => {
    expect(await saved(input)).toEqual({ __typename: 'InvalidInputProblem', issues });
  });

  test('refuse an issuer that does not answer, or not as a provider', async () => {
    expect(await saved({ issuer: 'http://127.0.0.1:1' })).toMatchObject({ reason: 'UNREACHABLE' });
    expect(await saved({ issuer: api.url })).toMatchObject({ reason: 'NOT_OPENID' });
  });

  test('keep the secret while the issuer stays, encrypted, and show it nowhere', async () => {
    const answer = await saved({ clientSecret: null, defaultRole: 'AUTHOR' });
    expect(answer).toMatchObject({ signIn: { provider: { issuer: provider.issuer, defaultRole: 'AUTHOR' } } });
    expect(JSON.stringify(answer)).not.toContain(CLIENT.clientSecret);
    const rows = await api.dataSource.query("select encode(client_secret, 'escape') as text from organization_sign_in");
    expect(JSON.stringify(rows)).not.toContain(CLIENT.clientSecret);
    const client = visitor();
    expect(await finish(client, await answered(client, 'kept', verified('kept@one.example')))).toMatchObject({
      viewer: { memberships: [{ roles: ['AUTHOR'] }] },
    });
    const other = await TestProvider.start(`${PUBLIC_URL}/sign-in/callback`);
    expect(await saved({ issuer: other.issuer, clientSecret: null })).toEqual({
      __typename: 'InvalidInputProblem',
      issues: [{ field: 'clientSecret', code: 'MISSING' }],
    });
    await other.stop();
  });

  test('need a provider before they require single sign-on', async () => {
    const three = { email: 'admin@three.example', password: PASSWORD, displayName: 'Admin' };
    await new Administration(api.db, systemClock).createOrganization({ slug: 'three', name: 'Three' }, three);
    const client = await signedIn('admin@three.example');
    const input = { slug: 'three', requiresSingleSignOn: true, requiresSecondFactor: false };
    expect(await client.ask(RULES, { input })).toEqual({
      saveSignInRules: { __typename: 'NoIdentityProviderProblem' },
    });
  });
});

describe('a domain', () => {
  let admin: GraphQLClient;
  beforeAll(async () => {
    admin = await signedIn('admin@one.example');
  });
  const checked = async (id: string, slug = 'one', client = admin): Promise<Named> =>
    (await client.ask<{ checkOrganizationDomain: Named }>(CHECK, { input: { slug, id } })).checkOrganizationDomain;
  const provenAt = async (domain: string): Promise<unknown> =>
    (await domainsOf(admin, 'one')).find((one) => one.domain === domain)?.provenAt;

  test.each(['localhost', '127.0.0.1', 'a b.example', ''])('is not %j', async (domain) => {
    expect(await admin.ask(ADD, { input: { slug: 'one', domain } })).toEqual({
      addOrganizationDomain: { __typename: 'InvalidInputProblem', issues: [{ field: 'domain', code: 'MALFORMED' }] },
    });
  });

  test('is proven by its record alone, and the check says what it found', async () => {
    const { id, recordText } = await withDomain(admin, 'one', 'proof.example');
    expect(await checked(id)).toEqual({ __typename: 'DomainNotProvenProblem', found: [] });
    zone.set('_holdout.proof.example', ['holdout-domain=another']);
    expect(await checked(id)).toEqual({ __typename: 'DomainNotProvenProblem', found: ['holdout-domain=another'] });
    zone.set('_holdout.proof.example', null);
    expect(await checked(id)).toEqual({ __typename: 'DnsFailedProblem' });
    expect(await provenAt('proof.example')).toBeNull();
    zone.set('_holdout.proof.example', [recordText]);
    expect(await checked(id)).toEqual({ __typename: 'CheckOrganizationDomainSuccess' });
    expect(await provenAt('proof.example')).toBe(now.toISOString());
  });

  test('belongs to one organization at a time', async () => {
    const { id, recordText } = await withDomain(admin, 'one', 'shared.example');
    const other = await signedIn('admin@three.example');
    const theirs = await withDomain(other, 'three', 'shared.example');
    zone.set('_holdout.shared.example', [recordText, theirs.recordText]);
    await checked(id);
    expect(await checked(theirs.id, 'three', other)).toEqual({ __typename: 'DomainTakenProblem' });
    await admin.ask(REMOVE, { input: { slug: 'one', id } });
    expect(await checked(theirs.id, 'three', other)).toEqual({ __typename: 'CheckOrganizationDomainSuccess' });
  });

  test('of another organization is neither checked nor removed', async () => {
    const other = await signedIn('admin@three.example');
    const theirs = await withDomain(other, 'three', 'theirs.example');
    zone.set('_holdout.theirs.example', [theirs.recordText]);
    await checked(theirs.id);
    await admin.ask(REMOVE, { input: { slug: 'one', id: theirs.id } });
    expect((await domainsOf(other, 'three')).find(({ id }) => id === theirs.id)).toMatchObject({ provenAt: null });
  });

  test('is lost when the daily check misses its record for three days, and not by a DNS that fails', async () => {
    const { id, recordText } = await withDomain(admin, 'one', 'daily.example');
    zone.set('_holdout.daily.example', [recordText]);
    await checked(id);
    const daily = async (): Promise<unknown> => {
      later(DAY);
      await api.app.get(Domains).checkAll();
      return provenAt('daily.example');
    };
    zone.set('_holdout.daily.example', null);
    for (let day = 0; day < 5; day += 1) expect(await daily()).not.toBeNull();
    zone.delete('_holdout.daily.example');
    expect([await daily(), await daily(), await daily()]).not.toContain(null);
    expect(await daily()).toBeNull();
    zone.set('_holdout.daily.example', [recordText]);
    await api.app.get(Domains).checkAll();
    expect(await provenAt('daily.example')).toBeNull();
  });
});

describe('what an organization requires', () => {
  const requires = async (rules: object): Promise<void> => {
    const admin = await signedIn('admin@one.example');
    const input = { slug: 'one', requiresSingleSignOn: false, requiresSecondFactor: false, ...rules };
    await admin.ask(RULES, { input });
  };
  const lacks = async (client: GraphQLClient): Promise<unknown> =>
    (await client.ask<{ viewer: { memberships: { lacks: unknown }[] } }>(VIEWER)).viewer.memberships.map(
      (membership) => membership.lacks,
    );
  const opens = async (client: GraphQLClient): Promise<readonly string[]> =>
    client.refusal(ORGANIZATION, { slug: 'one' });

  /** A member with a password, who may also sign in through the provider. */
  async function aMember(name: string): Promise<GraphQLClient> {
    const email = `${name}@one.example`;
    const administration = new Administration(api.db, systemClock);
    await administration.createAccount({ email, password: PASSWORD, displayName: name });
    const token = await administration.invite('one', { email, roles: ['author'] });
    const client = await signedIn(email);
    await client.ask('mutation ($input: OpenInvitationInput!) { openInvitation(input: $input) { __typename } }', {
      input: { token },
    });
    await client.ask('mutation { acceptInvitation(input: {}) { __typename } }');
    return client;
  }

  afterEach(() =>
    api.dataSource.query(
      'update organization_sign_in set requires_single_sign_on = false, requires_second_factor = false',
    ),
  );

  test('single sign-on closes its pages to sessions opened in other ways, at once, except to administrators', async () => {
    const member = await aMember('password');
    expect(await opens(member)).toEqual([]);
    await requires({ requiresSingleSignOn: true });
    expect(await opens(member)).toEqual(['FORBIDDEN']);
    expect(await lacks(member)).toEqual(['SINGLE_SIGN_ON']);
    const through = visitor();
    await finish(through, await answered(through, 'password', verified('password@one.example')));
    expect(await opens(through)).toEqual([]);
    expect(await lacks(through)).toEqual([null]);
    expect(await opens(await signedIn('admin@one.example'))).toEqual([]);
    expect(await visitor().ask(WAYS, { email: 'a@one.example' })).toEqual({ signInWays: { singleSignOn: 'REQUIRED' } });
  });

  test('a second factor lets a member in who sets one up, in the same session', async () => {
    const member = await aMember('factor');
    await requires({ requiresSecondFactor: true });
    expect(await opens(member)).toEqual(['FORBIDDEN']);
    expect(await lacks(member)).toEqual(['SECOND_FACTOR']);
    const proposed = await member.ask<{ proposeTotp: { secret: string } }>(
      'mutation ($input: ProposeTotpInput!) { proposeTotp(input: $input) { ... on ProposeTotpSuccess { secret } } }',
      { input: { password: PASSWORD } },
    );
    const totp = new TOTP({ secret: Secret.fromBase32(proposed.proposeTotp.secret) });
    await member.ask('mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { __typename } }', {
      input: { code: totp.generate({ timestamp: now.getTime() }) },
    });
    expect(await opens(member)).toEqual([]);
    later(30);
    const code = totp.generate({ timestamp: now.getTime() });
    await member.ask('mutation ($input: SecondFactorProofInput!) { turnOffTotp(input: $input) { __typename } }', {
      input: { password: PASSWORD, code },
    });
    expect(await opens(member)).toEqual(['FORBIDDEN']);
  });

  test('a stranger is told nothing of it', async () => {
    await requires({ requiresSecondFactor: true });
    await visitor().ask(SIGN_UP, { input: { email: 'stranger@example.org', password: PASSWORD, displayName: 'S' } });
    expect(await opens(await signedIn('stranger@example.org'))).toEqual(['NOT_FOUND']);
    expect(await opens(visitor())).toEqual(['NOT_FOUND']);
  });
});

test('no log line contains an address, a code or a secret', () => {
  const logged = api.logged.join('');
  expect(logged).toContain('a provider was refused');
  expect(logged).not.toMatch(/@(one|two)\.example|a secret of the provider/);
});
