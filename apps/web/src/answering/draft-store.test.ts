import { aStorage } from '../testing/a-storage';
import { browserStore, type UnsentDraft } from './draft-store';

const unsent = (text: string): UnsentDraft => ({
  draft: { kind: 'numeric', text },
  revisionId: `revision of ${text}`,
  editedAt: '2026-11-20T14:00:00Z',
  base: 0,
});

test('a draft survives the page that wrote it', () => {
  const storage = aStorage();
  browserStore(storage).write('item', unsent('1'));
  expect(browserStore(storage).list('item')).toEqual([unsent('1')]);
});

test('the drafts of two tabs stay beside each other, oldest first, and each is removed alone', () => {
  const storage = aStorage();
  const [mine, other] = [browserStore(storage), browserStore(storage)];
  other.write('item', { ...unsent('2'), editedAt: '2026-11-20T14:00:02Z' });
  mine.write('item', unsent('1'));
  mine.write('another item', unsent('3'));
  expect(
    browserStore(storage)
      .list('item')
      .map(({ draft }) => draft),
  ).toEqual([unsent('1').draft, unsent('2').draft]);
  mine.remove('item', unsent('1').revisionId);
  expect(
    browserStore(storage)
      .list('item')
      .map(({ draft }) => draft),
  ).toEqual([unsent('2').draft]);
});

test('a draft that an earlier version stored under the id of its item is found and removed', () => {
  const storage = aStorage();
  storage.setItem('holdout.unsent.item', JSON.stringify(unsent('1')));
  const store = browserStore(storage);
  expect(store.list('item')).toEqual([unsent('1')]);
  store.remove('item', unsent('1').revisionId);
  expect(store.list('item')).toEqual([]);
});

const aFullStorage = () => {
  const storage = aStorage();
  storage.isFull = true;
  return storage;
};

test('where nothing can be stored, a draft lasts as long as the page', () => {
  const store = browserStore(aFullStorage());
  store.write('item', unsent('1'));
  expect(store.list('item')).toEqual([unsent('1')]);
});

test('what is stored but cannot be read counts as nothing', () => {
  const storage = aStorage();
  storage.setItem('holdout.unsent.item', '{');
  expect(browserStore(storage).list('item')).toEqual([]);
});
