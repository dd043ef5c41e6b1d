import { missingIn } from './browser-features';

const values = new Map<string, string>();
const localStorage = {
  setItem: (key: string, value: string) => void values.set(key, value),
  getItem: (key: string) => values.get(key) ?? null,
  removeItem: (key: string) => void values.delete(key),
};
const all = {
  localStorage,
  indexedDB: {},
  WebSocket: () => null,
  ResizeObserver: () => null,
  crypto: { randomUUID: () => '' },
};

test('a browser with all of it lacks nothing, and no value is left behind', () => {
  expect(missingIn(all)).toEqual([]);
  expect(values.size).toBe(0);
});

test('storage that forgets, that throws or that may not be touched is missing', () => {
  const refuses = () => {
    throw new Error('The operation is insecure.');
  };
  expect(missingIn({ ...all, localStorage: { ...localStorage, setItem: () => undefined } })).toEqual(['storage']);
  expect(missingIn({ ...all, localStorage: { ...localStorage, setItem: refuses } })).toEqual(['storage']);
  const closed = Object.defineProperty({ ...all }, 'localStorage', { get: refuses });
  expect(missingIn(closed)).toEqual(['storage']);
});

test('each missing part is named', () => {
  expect(missingIn({ localStorage })).toEqual(['database', 'sockets', 'script']);
});
