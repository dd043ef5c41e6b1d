import { browserStore, type UnsentDraft } from './draft-store';

function aStorage(isFull = false): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

const unsent = (text: string): UnsentDraft => ({
  draft: { kind: 'numeric', text },
  revisionId: `revision of ${text}`,
  editedAt: '2026-11-20T14:00:00Z',
  base: 0,
});

test('a draft survives the page that wrote it', () => {
  const storage = aStorage();
  browserStore(storage).write('item', unsent('1'));
  expect(browserStore(storage).read('item')).toEqual(unsent('1'));
});

test('one tab never forgets what another has written since', () => {
  const storage = aStorage();
  const [mine, other] = [browserStore(storage), browserStore(storage)];
  mine.write('item', unsent('1'));
  other.write('item', unsent('2'));
  mine.remove('item', unsent('1').revisionId);
  expect(browserStore(storage).read('item')).toEqual(unsent('2'));
});

test('where nothing can be stored, a draft lasts as long as the page', () => {
  const store = browserStore(aStorage(true));
  store.write('item', unsent('1'));
  expect(store.read('item')).toEqual(unsent('1'));
});

test('what is stored but cannot be read counts as nothing', () => {
  const storage = aStorage();
  storage.setItem('holdout.unsent.item', '{');
  expect(browserStore(storage).read('item')).toBeNull();
});
