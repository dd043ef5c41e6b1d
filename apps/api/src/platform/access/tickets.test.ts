import type { Database } from '@holdout/persistence';
import { parseSettings } from '@holdout/settings';
import { Sealing } from './sealing';
import { Tickets } from './tickets';

const sealingWith = (secret: string): Sealing => new Sealing(parseSettings({ HOLDOUT_SECRET: secret }));
const sealing = sealingWith('a secret of tests that is long enough');

test('what is sealed is opened for the same purpose only', () => {
  const sealed = sealing.seal('row 1', 'a text');
  expect(sealing.open('row 1', sealed)).toBe('a text');
  expect(sealing.open('row 2', sealed)).toBeNull();
  expect(sealingWith('another secret that is long enough').open('row 1', sealed)).toBeNull();
});

test('an altered or shortened value is not opened, whichever byte it is', () => {
  const sealed = sealing.seal('row 1', 'a text');
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(sealing.open('row 1', altered)).toBeNull();
    expect(sealing.open('row 1', sealed.subarray(0, at))).toBeNull();
  }
});

describe('a ticket', () => {
  let now = new Date('2026-01-01T12:00:00Z');
  const used = new Set<string>();
  const use = async (id: string): Promise<boolean> => !used.has(id) && used.add(id).has(id);
  const db = { repo: () => ({ use, isUsed: async (id: string) => used.has(id) }) } as unknown as Database;
  const tickets = new Tickets(sealing, db, { now: () => now });

  test('is read until it expires', async () => {
    const { value, expiresAt } = tickets.issue('step', { account: 1 }, 1000);
    expect(expiresAt).toEqual(new Date(now.getTime() + 1000));
    expect(await tickets.read('step', value)).toMatchObject({ value: { account: 1 } });
    expect(await tickets.read('another step', value)).toBeNull();
    now = new Date(now.getTime() + 1000);
    expect(await tickets.read('step', value)).toBeNull();
  });

  test('is used once', async () => {
    const { value } = tickets.issue('step', {}, 1000);
    const [first, second] = [await tickets.read('step', value), await tickets.read('step', value)];
    if (first === null || second === null) throw new Error('The ticket is unused.');
    expect([await tickets.use(first), await tickets.use(second)]).toEqual([true, false]);
    expect(await tickets.read('step', value)).toBeNull();
  });

  test.each([null, '', 'text', 'AAAA'])('is not what a cookie with %j holds', async (cookie) => {
    expect(await tickets.read('step', cookie)).toBeNull();
  });
});
