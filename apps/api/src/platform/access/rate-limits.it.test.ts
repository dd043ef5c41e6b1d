import { RateLimits } from './rate-limits';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

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

describe('guesses at a password', () => {
  const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
  const email = 'person@example.org';
  const password = 'the tide turns at nine';
  let now = new Date('2026-01-01T12:00:00Z');
  let api: TestApi;

  beforeAll(async () => {
    const scratch = await makeScratchDatabase(API_TEMPLATE);
    api = await startTestApi(scratch, { environment: { TRUST_PROXY: '1' }, clock: { now: () => now } });
    await from('203.0.113.1').ask(SIGN_UP, { input: { email, password, displayName: 'A person' } });
  });
  afterAll(() => api.stop());
  // The counters of the test before belong to an earlier window.
  afterEach(() => later(900));

  const from = (address: string, headers: Record<string, string> = {}): GraphQLClient =>
    new GraphQLClient(api.url, { 'x-forwarded-for': address, ...headers });
  const later = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));

  async function refusals(addresses: readonly string[]): Promise<number> {
    const input = { email, password: 'a guess at it' };
    const codes = await Promise.all(addresses.map((address) => from(address).refusal(SIGN_IN, { input })));
    return codes.flat().filter((code) => code === 'RATE_LIMITED').length;
  }

  test('by a stranger do not slow down a person elsewhere', async () => {
    expect(await refusals(Array.from({ length: 13 }, () => '192.0.2.1'))).toBe(2);
    expect(await from('192.0.2.2').refusal(SIGN_IN, { input: { email, password } })).toEqual([]);
  });

  test('are counted together for the IPv6 network of one client', async () => {
    expect(await refusals(Array.from({ length: 13 }, (_, n) => `2001:db8:1:2::${n + 1}`))).toBe(2);
    expect(await refusals(['2001:db8:1:3::1'])).toBe(0);
  });

  test('from one address leave it a try in every minute', async () => {
    expect(await refusals(Array.from({ length: 13 }, () => '192.0.2.1'))).toBe(2);
    later(60);
    expect(await from('192.0.2.1').refusal(SIGN_IN, { input: { email, password } })).toEqual([]);
  });

  test('from everywhere make a new device wait for two seconds at most, and a known one not at all', async () => {
    const known = from('192.0.2.1');
    await known.ask(SIGN_IN, { input: { email, password } });
    await refusals(Array.from({ length: 110 }, (_, n) => `198.51.100.${n}`));
    const query = JSON.stringify({ query: SIGN_IN, variables: { input: { email, password } } });
    const { text, headers } = await from('192.0.2.9').post(query);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(2);
    expect(await known.refusal(SIGN_IN, { input: { email, password } })).toEqual([]);
    later(2);
    expect(await from('192.0.2.9').refusal(SIGN_IN, { input: { email, password } })).toEqual([]);
  });

  test('on a known device are slowed down too, and it is known for its own account only', async () => {
    const known = from('192.0.2.1');
    await known.ask(SIGN_IN, { input: { email, password } });
    const guess = { input: { email, password: 'a guess at it' } };
    const codes = await Promise.all(Array.from({ length: 13 }, () => known.refusal(SIGN_IN, guess)));
    expect(codes.flat()).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
    const other = { email: 'other@example.org', password };
    const cookie = known.cookieHeader()['cookie'] ?? '';
    await from('192.0.2.3').ask(SIGN_UP, { input: { ...other, displayName: 'Another' } });
    const wrong = { input: { ...other, password: 'a guess at it' } };
    const guesses = Array.from({ length: 13 }, (_, n) =>
      from('192.0.2.4', n < 6 ? {} : { cookie }).refusal(SIGN_IN, wrong),
    );
    expect((await Promise.all(guesses)).flat()).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  });
});
