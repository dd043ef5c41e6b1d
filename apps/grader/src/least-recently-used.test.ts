import { LeastRecentlyUsed } from './least-recently-used';

const fetched: string[] = [];
const fetch = (value: string) => () => {
  fetched.push(value);
  return Promise.resolve(value);
};

beforeEach(() => fetched.splice(0));

test('fetches once for two concurrent requests, and evicts the least recently used value', async () => {
  const kept = new LeastRecentlyUsed<string>(2);
  await Promise.all([kept.get('a', fetch('a')), kept.get('a', fetch('a'))]);
  await kept.get('b', fetch('b'));
  await kept.get('a', fetch('a'));
  await kept.get('c', fetch('c'));
  await kept.get('a', fetch('a'));
  await kept.get('b', fetch('b'));
  expect(fetched).toEqual(['a', 'b', 'c', 'b']);
});

test('a failed fetch is retried by the next request', async () => {
  const kept = new LeastRecentlyUsed<string>(2);
  await expect(kept.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await kept.get('a', fetch('a'))).toBe('a');
});
