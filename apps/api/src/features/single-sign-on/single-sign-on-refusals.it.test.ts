import { GraphQLClient, OPENID_CLIENT } from '@holdout/testing';
import {
  SAVE,
  START,
  VIEWER,
  answered,
  api,
  countRows,
  finish,
  later,
  provider,
  signedIn,
  verified,
  visitor,
  withSingleSignOn,
  type Finished,
} from './test-single-sign-on';

withSingleSignOn();

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
    const access = { slug: 'one', issuer: provider.issuer, ...OPENID_CLIENT, defaultRole: 'RECRUITER' };
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
    const access = { slug: 'one', issuer: provider.issuer, ...OPENID_CLIENT, defaultRole: 'RECRUITER' };
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

test('no log line contains an address, a code or a secret', () => {
  const logged = api.logged.join('');
  expect(logged).toContain('a provider was refused');
  expect(logged).not.toMatch(/@(one|two)\.example|a secret of the provider/);
});
