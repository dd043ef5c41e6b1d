import fc from 'fast-check';
import type { Draft } from './draft';
import type { DraftStore, UnsentDraft } from './draft-store';
import { ResponseSaver, type SendOutcome } from './response-saver';

const text = (value: string): Draft => ({ kind: 'numeric', text: value });

function memoryStore(): DraftStore & { readonly kept: Map<string, UnsentDraft> } {
  const kept = new Map<string, UnsentDraft>();
  return {
    kept,
    read: (id) => kept.get(id) ?? null,
    write: (id, unsent) => void kept.set(id, unsent),
    remove: (id, revisionId) => {
      if (kept.get(id)?.revisionId === revisionId) kept.delete(id);
    },
  };
}

/** A fake server and fake timers, both controlled by the test. */
function aWorld() {
  const store = memoryStore();
  const timers = new Map<number, () => void>();
  const waiting: { readonly unsent: UnsentDraft; readonly answer: (outcome: SendOutcome) => void }[] = [];
  const saved: UnsentDraft[] = [];
  let made = 0;
  const saver = new ResponseSaver('item', 0, null, {
    store,
    send: (_itemId, unsent) => new Promise((answer) => waiting.push({ unsent, answer })),
    newId: () => `revision-${(made += 1)}`,
    now: () => new Date('2026-11-20T14:02:00Z'),
    after: (_ms, act) => {
      const id = (made += 1);
      timers.set(id, act);
      return () => timers.delete(id);
    },
  });
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const answer = async (kind: 'saved' | 'unreachable') => {
    const next = waiting.shift();
    if (!next) return;
    if (kind === 'saved') saved.push(next.unsent);
    next.answer(
      kind === 'saved'
        ? { kind: 'saved', revision: saved.length, savedAt: '2026-11-20T14:02:00Z' }
        : { kind: 'unreachable' },
    );
    await settled();
  };
  const tick = async () => {
    const due = [...timers.values()];
    timers.clear();
    for (const act of due) act();
    await settled();
  };
  return { saver, store, waiting, saved, answer, tick };
}

test('what is typed is kept on this device before it is sent, and forgotten there once the server has it', async () => {
  const { saver, store, waiting, answer, tick } = aWorld();
  saver.edit(text('1'));
  expect(store.kept.size).toBe(0);
  await tick();
  expect(store.kept.get('item')?.draft).toEqual(text('1'));
  expect(waiting).toHaveLength(1);
  await answer('saved');
  expect(store.kept.size).toBe(0);
  expect(saver.status).toEqual({ kind: 'saved', at: '2026-11-20T14:02:00Z' });
});

test('what cannot be sent is sent again under the same revision', async () => {
  const { saver, store, saved, waiting, answer, tick } = aWorld();
  saver.edit(text('1'));
  await tick();
  const first = waiting[0]?.unsent.revisionId;
  await answer('unreachable');
  expect(saver.status.kind).toBe('waiting');
  expect(store.kept.size).toBe(1);
  await tick();
  await answer('saved');
  expect(saved.map(({ revisionId }) => revisionId)).toEqual([first]);
});

test('a refused answer stays on this device and is said, and the next one is sent', async () => {
  const { saver, store, waiting, answer, tick } = aWorld();
  saver.edit(text('1'));
  await tick();
  waiting.shift()?.answer({ kind: 'refused', reason: 'tooLarge' });
  expect(await saver.settle()).toBe(false);
  expect(saver.status).toEqual({ kind: 'refused', reason: 'tooLarge' });
  expect(store.kept.size).toBe(1);
  saver.edit(text('2'));
  await tick();
  await answer('saved');
  expect(saver.status.kind).toBe('saved');
});

test('settling says no while the server is out of reach', async () => {
  const { saver, answer } = aWorld();
  saver.edit(text('1'));
  const settling = saver.settle();
  await answer('unreachable');
  expect(await settling).toBe(false);
});

test('settling waits for the answer in flight and for the one typed after it', async () => {
  const { saver, saved, answer, tick } = aWorld();
  saver.edit(text('1'));
  await tick();
  saver.edit(text('2'));
  const settling = saver.settle();
  await answer('saved');
  await answer('saved');
  expect(await settling).toBe(true);
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
      expect(store.kept.size).toBe(0);
      if (last !== null) expect(saved.at(-1)?.draft).toEqual(text(last));
      const contents = new Map(saved.map(({ revisionId, draft }) => [revisionId, JSON.stringify(draft)]));
      expect(saved.every(({ revisionId, draft }) => contents.get(revisionId) === JSON.stringify(draft))).toBe(true);
    }),
  );
});
