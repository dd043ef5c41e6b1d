import { systemClock } from '@holdout/persistence';
import { Secret, TOTP } from 'otpauth';
import { Administration } from '../../administration/administration';
import {
  PASSWORD,
  SIGN_IN,
  SIGN_UP,
  START,
  VIEWER,
  WAYS,
  answered,
  api,
  configured,
  finish,
  later,
  now,
  provider,
  signedIn,
  verified,
  visitor,
  withSingleSignOn,
} from './test-single-sign-on';

withSingleSignOn();

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
