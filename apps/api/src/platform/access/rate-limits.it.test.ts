import { RateLimits } from './rate-limits';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi } from '../../test-api';

const OPEN = 'mutation { openInvitation(input: { token: "guess" }) { __typename } }';

/** The limit is sixty links per address and hour. Each guess here claims another address. */
async function refusalsOf61Guesses(environment: Record<string, string>): Promise<readonly string[]> {
  const now = new Date('2026-01-01T12:00:00Z');
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  const api = await startTestApi(scratch, { environment, clock: { now: () => now } });
  const guesses = Array.from({ length: 61 }, (_, n) =>
    new GraphQLClient(api.url, { 'x-forwarded-for': `192.0.2.${n}` }).refusal(OPEN),
  );
  const codes = (await Promise.all(guesses)).flat();
  await api.stop();
  return codes;
}

test('a client address claimed by the client is ignored', async () => {
  expect(await refusalsOf61Guesses({})).toEqual(['RATE_LIMITED']);
});

test('behind a trusted proxy the client address is the one that the proxy reports', async () => {
  expect(await refusalsOf61Guesses({ TRUST_PROXY: '1' })).toEqual([]);
});

test('a refusal contains the time to wait, and a new window starts at zero', async () => {
  let now = new Date('2026-01-01T12:59:00Z');
  const api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { clock: { now: () => now } });
  const client = new GraphQLClient(api.url);
  for (let n = 0; n < 60; n += 1) await client.ask(OPEN);
  expect(await client.send(OPEN)).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 60 } }],
  });
  now = new Date('2026-01-01T13:00:00Z');
  expect(await client.refusal(OPEN)).toEqual([]);
  now = new Date('2026-01-03T00:00:00Z');
  await api.app.get(RateLimits).deletePast();
  expect(await api.dataSource.query('select from rate_window')).toEqual([]);
  await api.stop();
});

test('guesses from another address do not prevent a person from signing in', async () => {
  const api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { TRUST_PROXY: '1' } });
  try {
    const from = (address: string): GraphQLClient => new GraphQLClient(api.url, { 'x-forwarded-for': address });
    const guess = { email: 'person@example.org', password: 'a guess at it' };
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const guesses = Array.from({ length: 12 }, () => from('192.0.2.1').refusal(signIn, { input: guess }));
    expect((await Promise.all(guesses)).flat()).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
    expect(await from('192.0.2.2').refusal(signIn, { input: guess })).toEqual([]);
  } finally {
    await api.stop();
  }
});
