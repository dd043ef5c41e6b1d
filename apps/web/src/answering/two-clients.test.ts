import { decideSave, neverAnswered, type Save, type StoredAnswer } from '@holdout/assessment';
import fc from 'fast-check';
import type { Draft, SavedResponse } from './draft';
import type { DraftStore, UnsentDraft } from './draft-store';
import { ResponseSaver } from './response-saver';
import type { SendOutcome } from './save-queue';

/**
 * Two pages of one person on the same item, a server that decides by the rule that the API's statements are tested
 * against, and a network that loses requests and answers and delivers them in any order. Time is steps: a timer fires when
 * the test says so.
 */
const AT = '2026-11-20T14:02:00.000Z';
const draft = (text: string): Draft => ({ kind: 'numeric', text });
const textOf = (some: Draft | null): string | null => (some?.kind === 'numeric' ? some.text : null);

const RUNS = 400;

type Decide = typeof decideSave<string>;

/** What the server did until saves named their revision: the last to come wins. */
const lastWins: Decide = (stored, save, isSame) =>
  decideSave(stored, { ...save, basedOn: stored.current?.revision ?? 0 }, isSame);

class Server {
  stored: StoredAnswer<string> = neverAnswered();
  /** Accepted although the page that sent it never had the answer before it. */
  readonly overwritten: string[] = [];
  private readonly authors = new Map<number, Page>();

  constructor(private readonly decide: Decide) {}

  get response(): SavedResponse | null {
    const { current } = this.stored;
    return current === null ? null : responseOf(current.revision, current.answer);
  }

  has(text: string | null): boolean {
    return [...this.stored.saves.values()].some(({ answer }) => answer === text);
  }

  /** Whether it is or was the current answer; a refused one is only kept. */
  hasAccepted(text: string | null): boolean {
    return [...this.stored.saves.values()].some(({ answer, revision }) => answer === text && revision !== null);
  }

  take(save: Save<string>, from: Page): SendOutcome {
    const before = this.stored.current;
    const { stored, decision } = this.decide(this.stored, save, Object.is);
    const isNew = stored.current !== before;
    if (isNew && before !== null && this.authors.get(before.revision) !== from && !from.met.has(before.revision)) {
      this.overwritten.push(before.answer);
    }
    if (isNew && stored.current !== null) this.authors.set(stored.current.revision, from);
    this.stored = stored;
    return decision.kind === 'saved'
      ? { ...decision, savedAt: AT }
      : { kind: 'stale', current: responseOf(decision.current.revision, decision.current.answer) };
  }
}

const responseOf = (revision: number, text: string): SavedResponse => ({
  revision,
  savedAt: AT,
  answer: { __typename: 'NumericAnswer', text, readAs: null } as SavedResponse['answer'],
});

/** A device's storage; two tabs of one browser share it. */
class Device implements DraftStore {
  private readonly drafts = new Map<string, UnsentDraft>();
  list = () => [...this.drafts.values()];
  write = (_item: string, unsent: UnsentDraft) => void this.drafts.set(unsent.revisionId, unsent);
  remove = (_item: string, id: string) => void this.drafts.delete(id);
  has = (text: string | null) => this.list().some((each) => textOf(each.draft) === text);
}

type Delivery = 'arrives' | 'request lost' | 'answer lost';

/** One page of the person; a reload makes it anew, with what the device has stored. */
class Page {
  saver!: ResponseSaver;
  /** The revisions that this page has shown or was told. */
  met = new Set<number>();
  /** The newest text typed here. */
  typed: string | null = null;
  private timers: (() => void)[] = [];
  private waiting: { readonly save: UnsentDraft; readonly answer: (outcome: SendOutcome) => void }[] = [];
  private static ids = 0;
  private static clock = 0;

  constructor(
    private readonly server: Server,
    readonly device: Device,
  ) {
    this.open();
  }

  open(): void {
    this.timers = [];
    this.waiting = [];
    this.meet(this.server.response);
    this.saver = new ResponseSaver('item', this.server.response, {
      store: this.device,
      send: (_item, save) => new Promise((answer) => this.waiting.push({ save, answer })),
      newId: () => `save-${(Page.ids += 1)}`,
      now: () => new Date((Page.clock += 1)),
      after: (_ms, act) => {
        this.timers.push(act);
        return () => (this.timers = this.timers.filter((each) => each !== act));
      },
    });
    this.saver.saveNow();
  }

  type(text: string): void {
    this.typed = text;
    this.saver.edit(draft(text));
  }

  async tick(): Promise<void> {
    const due = this.timers;
    this.timers = [];
    for (const act of due) act();
    await settled();
  }

  async deliver(how: Delivery): Promise<void> {
    const next = this.waiting.shift();
    if (next === undefined) return;
    const { revisionId: id, base: basedOn } = next.save;
    const answer = textOf(next.save.draft) ?? '';
    const outcome = how === 'request lost' ? null : this.server.take({ id, basedOn, answer }, this);
    if (how !== 'arrives' || outcome === null) next.answer({ kind: 'unreachable' });
    else {
      if (outcome.kind === 'saved') this.met.add(outcome.revision);
      if (outcome.kind === 'stale') this.meet(outcome.current);
      next.answer(outcome);
    }
    await settled();
  }

  /** The page is closed, as far as the browser lets it save, and opened again. */
  reload(): void {
    this.saver.saveNow();
    this.met = new Set();
    this.open();
  }

  look(): void {
    const { response } = this.server;
    const before = this.saver.view.base;
    this.saver.notice(response);
    if (this.saver.view.base !== before) this.meet(response);
  }

  get shown(): string | null {
    return textOf(this.saver.view.draft);
  }

  private meet(response: SavedResponse | null): void {
    if (response !== null) this.met.add(response.revision);
  }
}

const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

type Step = { readonly who: 0 | 1 } & (
  | { readonly act: 'type'; readonly text: string }
  | { readonly act: 'deliver'; readonly how: Delivery }
  | { readonly act: 'tick' | 'leave' | 'reload' | 'look' | 'mine' | 'other' | 'useSetAside' | 'dropSetAside' }
);

const who = fc.constantFrom(0 as const, 1 as const);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ who, act: fc.constant('type' as const), text: fc.constantFrom('a', 'b', 'c') }) },
  {
    weight: 5,
    arbitrary: fc.record({
      who,
      act: fc.constant('deliver' as const),
      how: fc.constantFrom<Delivery>('arrives', 'arrives', 'arrives', 'request lost', 'answer lost'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ who, act: fc.constant('tick' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      who,
      act: fc.constantFrom('leave', 'reload', 'look', 'useSetAside', 'dropSetAside'),
    }),
  },
  // Only in a conflict does either change anything.
  { weight: 4, arbitrary: fc.record({ who, act: fc.constantFrom('mine', 'other') }) },
);
/** Every text that is typed is another one, so that it can be told where it is. */
const steps = fc
  .array(aStep, { maxLength: 60 })
  .map((all) => all.map((step, n) => (step.act === 'type' ? { ...step, text: `${step.text}${n}` } : step)));

type Act = Exclude<Step['act'], 'type' | 'deliver'>;

const ACTS: Readonly<Record<Act, (page: Page) => void | Promise<void>>> = {
  tick: (page) => page.tick(),
  leave: ({ saver }) => saver.saveNow(),
  reload: (page) => page.reload(),
  look: (page) => page.look(),
  mine: ({ saver }) => saver.keepMine(),
  other: ({ saver }) => saver.useOther(),
  useSetAside: ({ saver }) => saver.useSetAside(),
  dropSetAside: ({ saver }) => saver.dropSetAside(),
};

async function take(page: Page, step: Step): Promise<void> {
  if (step.act === 'type') page.type(step.text);
  else if (step.act === 'deliver') await page.deliver(step.how);
  else await ACTS[step.act](page);
}

/** Nothing that a person was told or has typed is out of reach. */
function check(server: Server, pages: readonly Page[]): void {
  expect(server.overwritten).toEqual([]);
  for (const page of pages) {
    const { status, isTyped } = page.saver.view;
    if (status.kind === 'saved' && !isTyped)
      expect([page.shown, server.hasAccepted(page.shown)]).toEqual([page.shown, true]);
    if (page.typed === null) continue;
    const isSafe = page.shown === page.typed || page.device.has(page.typed) || server.has(page.typed);
    expect([page.typed, isSafe]).toEqual([page.typed, true]);
  }
}

async function play(all: readonly Step[], decide: Decide, pagesOf: (server: Server) => readonly [Page, Page]) {
  const server = new Server(decide);
  const pages = pagesOf(server);
  for (const step of all) {
    await take(pages[step.who], step);
    check(server, pages);
  }
  // The network is back, and the person waits.
  for (let turn = 0; turn < 30; turn += 1) {
    for (const page of pages) {
      await page.tick();
      await page.deliver('arrives');
    }
    check(server, pages);
  }
  for (const page of pages) expect([page.saver.hasUnsent, page.saver.view.inFlight]).toEqual([false, null]);
  return pages;
}

const twoDevices = (server: Server) => [new Page(server, new Device()), new Page(server, new Device())] as const;
const twoTabs = (server: Server) => {
  const device = new Device();
  return [new Page(server, device), new Page(server, device)] as const;
};

test.each([
  ['devices', twoDevices],
  ['tabs of one browser', twoTabs],
])(
  'two %s: no answer is overwritten unseen, what was "Saved" and what was typed last is within reach',
  async (_name, pagesOf) => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await play(all, decideSave, pagesOf);
      }),
      { numRuns: RUNS },
    );
  },
);

test('a page alone never conflicts with itself, whatever is lost, reloaded or late', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const alone = all.map((step) => ({ ...step, who: 0 as const }));
      const [page] = await play(alone, decideSave, twoDevices);
      expect([page.saver.view.other, page.saver.view.setAside]).toEqual([null, null]);
      if (page.typed !== null) expect(page.shown).toBe(page.typed);
    }),
    { numRuns: RUNS },
  );
});

test('with the rule of before, that the last save wins, the same test finds the overwritten answer', async () => {
  const run = fc.check(
    fc.asyncProperty(steps, async (all) => {
      await play(all, lastWins, twoDevices);
    }),
    { numRuns: RUNS },
  );
  const { failed, counterexample } = await run;
  expect(failed).toBe(true);
  // The one of the report: a page that never saw the other's answer types one line and saves it.
  expect(counterexample?.[0].filter(({ act }) => act === 'type')).toHaveLength(2);
});
