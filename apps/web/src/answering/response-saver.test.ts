import fc from 'fast-check';
import { answerOf, at, aWorld, memoryStore, text } from '../testing/saver-world';

test('what is typed is kept on this device before it is sent, and forgotten there once the server has it', async () => {
  const { saver, store, waiting, answer, tick } = aWorld();
  saver.edit(text('1'));
  expect(store.stored.size).toBe(0);
  await tick();
  expect([...store.stored.values()][0]?.draft).toEqual(text('1'));
  expect(waiting).toHaveLength(1);
  await answer('saved');
  expect(store.stored.size).toBe(0);
  expect(saver.view.status).toEqual({ kind: 'saved', at });
});

test('what cannot be sent is sent again under the same revision', async () => {
  const { saver, store, saved, waiting, answer, tick } = aWorld();
  saver.edit(text('1'));
  await tick();
  const first = waiting[0]?.unsent.revisionId;
  await answer('unreachable');
  expect(saver.view.status.kind).toBe('waiting');
  expect(store.stored.size).toBe(1);
  await tick();
  await answer('saved');
  expect(saved.map(({ revisionId }) => revisionId)).toEqual([first]);
});

test('a refused answer stays on this device and is said, and the next one is sent', async () => {
  const { saver, store, waiting, answer, tick } = aWorld();
  saver.edit(text('1'));
  await tick();
  waiting.shift()?.answer({ kind: 'refused', reason: 'tooLarge' });
  expect(await saver.settle()).toBe('refused');
  expect(saver.view.status).toEqual({ kind: 'refused', reason: 'tooLarge' });
  expect(store.stored.size).toBe(1);
  saver.edit(text('2'));
  await tick();
  await answer('saved');
  expect(saver.view.status.kind).toBe('saved');
});

test('an answer that came too late and is kept by the server is forgotten on this device, and said', async () => {
  const { saver, store, waiting, tick } = aWorld();
  saver.edit(text('1'));
  await tick();
  waiting.shift()?.answer({ kind: 'refused', reason: 'late' });
  expect(await saver.settle()).toBe('refused');
  expect(saver.view.status).toEqual({ kind: 'refused', reason: 'late' });
  expect(store.stored.size).toBe(0);
});

test('settling reports it while the server is out of reach', async () => {
  const { saver, answer } = aWorld();
  saver.edit(text('1'));
  const settling = saver.settle();
  await answer('unreachable');
  expect(await settling).toBe('unreachable');
});

test('settling waits for the answer in flight and for the one typed after it', async () => {
  const { saver, saved, answer, tick } = aWorld();
  saver.edit(text('1'));
  await tick();
  saver.edit(text('2'));
  const settling = saver.settle();
  await answer('saved');
  await answer('saved');
  expect(await settling).toBe('sent');
  expect(saved.map(({ draft }) => draft)).toEqual([text('1'), text('2')]);
});

type Step =
  { readonly kind: 'edit'; readonly value: string } | { readonly kind: 'saved' | 'unreachable' | 'tick' | 'leave' };

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), value: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom('saved' as const, 'unreachable' as const, 'tick' as const, 'leave' as const) }),
);

test('whatever happens on the way, the last thing typed is the last thing the server gets, and one at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 40 }), async (steps) => {
      const { saver, store, waiting, saved, answer, tick } = aWorld();
      let last: string | null = null;
      for (const step of steps) {
        if (step.kind === 'edit') {
          last = step.value;
          saver.edit(text(step.value));
        } else if (step.kind === 'tick') await tick();
        else if (step.kind === 'leave') saver.saveNow();
        else await answer(step.kind);
        expect(waiting.length).toBeLessThanOrEqual(1);
      }
      for (let turn = 0; turn < 5; turn += 1) {
        await tick();
        await answer('saved');
      }
      expect(saver.hasUnsent).toBe(false);
      expect(store.stored.size).toBe(0);
      if (last !== null) expect(saved.at(-1)?.draft).toEqual(text(last));
      const contents = new Map(saved.map(({ revisionId, draft }) => [revisionId, JSON.stringify(draft)]));
      expect(saved.every(({ revisionId, draft }) => contents.get(revisionId) === JSON.stringify(draft))).toBe(true);
    }),
  );
});

/** Another page saved revision 1 while this one, opened before, was written. */
async function inConflict() {
  const world = aWorld();
  world.saver.edit(text('mine'));
  await world.tick();
  await world.stale(answerOf(1, 'theirs'));
  return world;
}

test('a refused stale answer stays on the page and on this device, beside the other one, and nothing more is sent', async () => {
  const { saver, store, waiting, tick } = await inConflict();
  expect(saver.view).toMatchObject({ status: { kind: 'conflict' }, draft: text('mine'), other: { revision: 1 } });
  expect(store.stored.size).toBe(1);
  saver.edit(text('mine, longer'));
  await tick();
  expect(waiting).toEqual([]);
  expect([...store.stored.values()].map(({ draft }) => draft)).toEqual([text('mine, longer')]);
  expect(await saver.settle()).toBe('conflict');
  expect(saver.hasUnsent).toBe(false);
});

test('Keep mine saves the answer on the page on top of the other', async () => {
  const { saver, store, waiting, tick } = await inConflict();
  saver.edit(text('mine, longer'));
  saver.keepMine();
  await tick();
  expect(waiting.map(({ unsent }) => [unsent.draft, unsent.base])).toEqual([[text('mine, longer'), 1]]);
  waiting.shift()?.answer({ kind: 'saved', revision: 2, savedAt: at });
  await tick();
  expect(saver.view).toMatchObject({ status: { kind: 'saved' }, base: 2, other: null });
  expect(store.stored.size).toBe(0);
});

test('Use the other shows it, and still sends what was typed since the refusal, to be kept', async () => {
  const { saver, store, waiting, stale, tick } = await inConflict();
  saver.edit(text('mine, longer'));
  saver.useOther();
  await tick();
  expect(saver.view).toMatchObject({ draft: text('theirs'), base: 1, replaced: 1, status: { kind: 'saved' } });
  expect(waiting.map(({ unsent }) => [unsent.draft, unsent.base])).toEqual([[text('mine, longer'), 0]]);
  await stale(answerOf(1, 'theirs'));
  expect(store.stored.size).toBe(0);
  expect(saver.view.other).toBeNull();
});

test('a newer answer of another page is taken where nothing is unsaved, and only there', () => {
  const { saver } = aWorld(undefined, answerOf(1, 'first'));
  saver.notice(answerOf(2, 'second'));
  expect(saver.view).toMatchObject({ draft: text('second'), base: 2, takenOverAt: at });
  saver.edit(text('typed'));
  saver.notice(answerOf(3, 'third'));
  expect(saver.view).toMatchObject({ draft: text('typed'), base: 2, takenOverAt: null });
});

test('what an earlier page left is sent first; if another device saved since, it is offered and not shown', async () => {
  const left = memoryStore();
  left.write('item', { draft: text('left'), revisionId: 'old', editedAt: at, base: 0 });
  const { saver, stale, store } = aWorld(left, answerOf(2, 'newer'));
  saver.saveNow();
  await stale(answerOf(2, 'newer'));
  expect(saver.view).toMatchObject({ draft: text('newer'), setAside: { draft: text('left') }, other: null });
  expect(store.stored.size).toBe(1);
  saver.dropSetAside();
  expect(store.stored.size).toBe(0);
});

test('a text whose save may have arrived before the page was reloaded is no conflict for the text after it', async () => {
  const first = aWorld();
  first.saver.edit(text('one'));
  await first.tick();
  first.saver.edit(text('two'));
  first.saver.saveNow();
  // The first has arrived, and the page was closed before the answer came.
  const { saver, waiting, tick } = aWorld(first.store, answerOf(1, 'one'));
  expect(saver.view.draft).toEqual(text('two'));
  saver.saveNow();
  waiting.shift()?.answer({ kind: 'saved', revision: 1, savedAt: at });
  await tick();
  expect(waiting.map(({ unsent }) => [unsent.draft, unsent.base])).toEqual([[text('two'), 1]]);
});
