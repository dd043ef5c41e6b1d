import { type decideSave, neverAnswered, type Save, type StoredAnswer } from '@holdout/assessment';
import type { Draft, SavedResponse } from '../answering/draft';
import type { DraftStore, UnsentDraft } from '../answering/draft-store';
import { ResponseSaver } from '../answering/response-saver';
import type { SendOutcome } from '../answering/save-queue';

/**
 * For tests: pages of one person on one item, and a server, without a network or timers. What is sent waits until the test
 * delivers or loses it; a timer fires when the test says so.
 */
const AT = '2026-11-20T14:02:00.000Z';
const draft = (text: string): Draft => ({ kind: 'numeric', text });
const textOf = (some: Draft | null): string | null => (some?.kind === 'numeric' ? some.text : null);

export type Decide = typeof decideSave<string>;

/** Decides by the rule that it is given. */
export class Server {
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
export class Device implements DraftStore {
  private readonly drafts = new Map<string, UnsentDraft>();
  list = () => [...this.drafts.values()];
  write = (_item: string, unsent: UnsentDraft) => void this.drafts.set(unsent.revisionId, unsent);
  remove = (_item: string, id: string) => void this.drafts.delete(id);
  kept = () => Promise.resolve(true);
  refresh = () => Promise.resolve();
  has = (text: string | null) => this.list().some((each) => textOf(each.draft) === text);
}

export type Delivery = 'arrives' | 'request lost' | 'answer lost';

/** One page of the person; a reload makes it anew, with what the device has stored. */
export class Page {
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
