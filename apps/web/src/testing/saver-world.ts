import type { Draft, SavedResponse } from '../answering/draft';
import type { DraftStore, UnsentDraft } from '../answering/draft-store';
import { ResponseSaver } from '../answering/response-saver';
import type { SendOutcome } from '../answering/save-queue';

export const text = (value: string): Draft => ({ kind: 'numeric', text: value });

/** A device that stores everything at once. */
export function memoryStore(): DraftStore & { readonly stored: Map<string, UnsentDraft> } {
  const stored = new Map<string, UnsentDraft>();
  return {
    stored,
    list: () => [...stored.values()],
    write: (_itemId, unsent) => void stored.set(unsent.revisionId, unsent),
    remove: (_itemId, revisionId) => void stored.delete(revisionId),
    kept: () => Promise.resolve(true),
    refresh: () => Promise.resolve(),
  };
}

export const at = '2026-11-20T14:02:00Z';
export const answerOf = (revision: number, value: string): SavedResponse => ({
  revision,
  savedAt: at,
  answer: { __typename: 'NumericAnswer', text: value },
});

/** Timers that the test fires. */
class Timers {
  private readonly waiting = new Set<{ readonly dueAt: number; readonly act: () => void }>();
  private clock = 0;

  readonly after = (ms: number, act: () => void) => {
    const timer = { dueAt: this.clock + ms, act };
    this.waiting.add(timer);
    return () => void this.waiting.delete(timer);
  };

  fireAll(): void {
    this.advance(Infinity);
    this.clock = 0;
  }

  advance(ms: number): void {
    this.clock += ms;
    const due = [...this.waiting].filter(({ dueAt }) => dueAt <= this.clock);
    for (const timer of due) if (this.waiting.delete(timer)) timer.act();
  }
}

/** A fake server and fake timers, both controlled by the test. */
export function aWorld(store = memoryStore(), first: SavedResponse | null = null) {
  const timers = new Timers();
  const waiting: { readonly unsent: UnsentDraft; readonly answer: (outcome: SendOutcome) => void }[] = [];
  const saved: UnsentDraft[] = [];
  let made = 0;
  const saver = new ResponseSaver('item', first, {
    store,
    send: (_itemId, unsent) => new Promise((answer) => waiting.push({ unsent, answer })),
    newId: () => `revision-${(made += 1)}`,
    now: () => new Date('2026-11-20T14:02:00Z'),
    after: timers.after,
  });
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const answer = async (kind: 'saved' | 'unreachable') => {
    const next = waiting.shift();
    if (!next) return;
    if (kind === 'saved') saved.push(next.unsent);
    const revision = (first?.revision ?? 0) + saved.length;
    next.answer(kind === 'saved' ? { kind: 'saved', revision, savedAt: at } : { kind: 'unreachable' });
    await settled();
  };
  const stale = async (current: SavedResponse) => {
    waiting.shift()?.answer({ kind: 'stale', current });
    await settled();
  };
  const tick = async () => {
    timers.fireAll();
    await settled();
  };
  const advance = async (ms: number) => {
    timers.advance(ms);
    await settled();
  };
  return { saver, store, waiting, saved, answer, stale, tick, advance };
}
