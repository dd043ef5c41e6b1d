import { systemClock } from '@holdout/persistence';
import { type GraphQLClient, OPENID_CLIENT, TestProvider } from '@holdout/testing';
import { Secret, TOTP } from 'otpauth';
import { Administration } from '../../administration/administration';
import { Domains } from './domains';
import {
  ADD,
  CHECK,
  DAY,
  ORGANIZATION,
  PASSWORD,
  PUBLIC_URL,
  REMOVE,
  RULES,
  SAVE,
  SIGN_UP,
  VIEWER,
  WAYS,
  answered,
  api,
  domainsOf,
  finish,
  later,
  now,
  provider,
  signedIn,
  verified,
  visitor,
  withDomain,
  withSingleSignOn,
  zone,
  type Named,
} from './test-single-sign-on';

withSingleSignOn();

describe('the settings', () => {
  let admin: GraphQLClient;
  beforeAll(async () => {
    admin = await signedIn('admin@one.example');
  });
  const saved = async (input: object): Promise<unknown> => {
    const access = { slug: 'one', issuer: provider.issuer, ...OPENID_CLIENT, defaultRole: 'RECRUITER', ...input };
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
    expect(JSON.stringify(answer)).not.toContain(OPENID_CLIENT.clientSecret);
    const rows = await api.dataSource.query("select encode(client_secret, 'escape') as text from organization_sign_in");
    expect(JSON.stringify(rows)).not.toContain(OPENID_CLIENT.clientSecret);
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
