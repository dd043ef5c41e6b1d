import { at, aWorld, memoryStore, text } from '../testing/saver-world';

test('while typing goes on without a pause, it is saved five seconds after the first key', async () => {
  const { saver, waiting, advance } = aWorld();
  for (let second = 0; second < 9; second += 1) {
    saver.edit(text(String(second)));
    await advance(600);
  }
  expect(waiting.map(({ unsent }) => unsent.draft)).toEqual([text('8')]);
});

test('while the server is out of reach, “kept on this device” is said once the device has confirmed it', async () => {
  const store = memoryStore();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const { saver, answer, tick } = aWorld({ ...store, kept: () => promise });
  saver.edit(text('1'));
  await tick();
  await answer('unreachable');
  expect(saver.view.status.kind).toBe('saving');
  resolve(false);
  await promise;
  await tick();
  expect(saver.view.status).toEqual({ kind: 'waiting', isKept: false });
});

test('what a tab that crashed has left on this device is sent by another tab that is open', async () => {
  const store = memoryStore();
  const { saver, saved, answer } = aWorld(store);
  store.write('item', { draft: text('of the other'), revisionId: 'theirs', editedAt: at, base: 0 });
  saver.adopt();
  await answer('saved');
  expect(saved.map(({ revisionId }) => revisionId)).toEqual(['theirs']);
  expect([store.stored.size, saver.view.draft]).toEqual([0, text('of the other')]);
});
