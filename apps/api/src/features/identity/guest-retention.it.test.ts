import { EXAMPLE_BANK, makeScratchDatabase, Practiser, writeBank } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { GuestRetention } from './guest-retention';

const DAY_MS = 86_400_000;
const SIGN_OUT = 'mutation ($input: SignOutInput!) { signOut(input: $input) { __typename } }';
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';

let now = new Date('2026-01-01T12:00:00Z');
let bank: Awaited<ReturnType<typeof writeBank>>;
let api: TestApi;

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const environment = { HOLDOUT_PUBLIC_BANK: bank.directory, GUEST_DAYS: '30' };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment, clock: { now: () => now } });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

const later = (days: number): void => void (now = new Date(now.getTime() + days * DAY_MS));
const eraseDue = (): Promise<void> => api.app.get(GuestRetention).eraseDue();

async function aGuest(): Promise<{ client: Practiser; itemId: string }> {
  const client = new Practiser(api.url);
  const itemId = (await client.startPractice('text.example')).items[0]?.id ?? '';
  await client.save(itemId, { text: { text: 'AUC' } });
  return { client, itemId };
}

async function isKept(itemId: string): Promise<boolean> {
  const rows = await api.dataSource.query<object[]>('select from response where attempt_item_id = $1', [itemId]);
  return rows.length > 0;
}

test('the work of a guest is kept for the days of the setting, then erased', async () => {
  const { client, itemId } = await aGuest();
  later(29);
  await eraseDue();
  expect([await isKept(itemId), await client.ask('{ viewer { isGuest } }')]).toEqual([
    true,
    { viewer: { isGuest: true } },
  ]);
  later(2);
  await eraseDue();
  expect([await isKept(itemId), await client.ask('{ viewer { isGuest } }')]).toEqual([
    false,
    { viewer: { isGuest: false } },
  ]);
});

test('a guest who has signed out is erased at the next run, and one who has just come is not', async () => {
  const { client, itemId } = await aGuest();
  await client.ask(SIGN_OUT, { input: {} });
  await eraseDue();
  expect(await isKept(itemId)).toBe(true);
  later(1);
  const fresh = await aGuest();
  await eraseDue();
  expect([await isKept(itemId), await isKept(fresh.itemId)]).toEqual([false, true]);
});

test('the work of a guest who has signed up stays with the account', async () => {
  const { client, itemId } = await aGuest();
  const person = { email: 'stays@example.org', password: 'the tide turns at nine', displayName: 'A person' };
  await client.ask(SIGN_UP, { input: person });
  later(60);
  await eraseDue();
  expect(await isKept(itemId)).toBe(true);
});
