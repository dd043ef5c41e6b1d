import { decideSave, neverAnswered, type Save, type StoredAnswer } from '@holdout/assessment';
import type { Draft, SavedResponse } from '../answering/draft';
import type { DraftStore, UnsentDraft } from '../answering/draft-store';
import { ResponseSaver } from '../answering/response-saver';
import type { SendOutcome } from '../answering/save-queue';

/**
 * For tests: one person, one item of an attempt with a deadline, several pages on several machines. Time passes when the
 * test says so; a request waits until the test delivers, loses, repeats or delays it.
 */
const draft = (text: string): Draft => ({ kind: 'numeric', text });
export const textOf = (some: Draft | null): string | null => (some?.kind === 'numeric' ? some.text : null);

const responseOf = (revision: number, text: string, savedAt: string): SavedResponse => ({
  revision,
  savedAt,
  answer: { __typename: 'NumericAnswer', text, readAs: null } as SavedResponse['answer'],
});

export const DEADLINE_MS = 60_000;
/** What arrives until so long after the deadline still counts. */
export const GRACE_MS = 30_000;

/** Decides by the rule of the API, and keeps what comes after the grace apart. */
export class AttemptServer {
  stored: StoredAnswer<string> = neverAnswered();
  readonly late: string[] = [];
  /** Replaced by a page that had not seen them. */
  readonly overwritten: string[] = [];

  constructor(
    private readonly now: () => number,
    private readonly decide: typeof decideSave<string>,
  ) {}

  get response(): SavedResponse | null {
    const { current } = this.stored;
    return current === null ? null : responseOf(current.revision, current.answer, this.at());
  }

  get isClosed(): boolean {
    return this.now() > DEADLINE_MS + GRACE_MS;
  }

  has(text: string): boolean {
    return this.late.includes(text) || [...this.stored.saves.values()].some(({ answer }) => answer === text);
  }

  hasAccepted(text: string | null): boolean {
    return [...this.stored.saves.values()].some(({ answer, revision }) => answer === text && revision !== null);
  }

  take(save: Save<string>, met: ReadonlySet<number>): SendOutcome {
    // A repeated save gets its first outcome, also after the end.
    if (this.isClosed && !this.stored.saves.has(save.id)) {
      this.late.push(save.answer);
      return { kind: 'refused', reason: 'closed' };
    }
    const before = this.stored.current;
    const { stored, decision } = this.decide(this.stored, save, Object.is);
    if (stored.current !== before && before !== null && !met.has(before.revision)) this.overwritten.push(before.answer);
    this.stored = stored;
    return decision.kind === 'saved'
      ? { ...decision, savedAt: this.at() }
      : { kind: 'stale', current: responseOf(decision.current.revision, decision.current.answer, this.at()) };
  }

  private at = () => new Date(this.now()).toISOString();
}

/** What a machine stores; its tabs share it. */
class MachineDisk implements DraftStore {
  private readonly drafts = new Map<string, UnsentDraft>();
  list = () => [...this.drafts.values()].toSorted((a, b) => a.editedAt.localeCompare(b.editedAt));
  write = (_item: string, unsent: UnsentDraft) => void this.drafts.set(unsent.revisionId, unsent);
  remove = (_item: string, id: string) => void this.drafts.delete(id);
  kept = () => Promise.resolve(true);
  refresh = () => Promise.resolve();
  has = (text: string) => this.list().some((each) => textOf(each.draft) === text);
}

type Request = { readonly save: UnsentDraft; readonly answer: (outcome: SendOutcome) => void };
type Timer = { readonly dueAt: number; readonly act: () => void };

export type Delivery = 'arrives' | 'arrives twice' | 'arrives late' | 'request lost' | 'answer lost';

/** A tab. What is in its memory is gone when it crashes or is closed. */
export class Tab {
  readonly saver: ResponseSaver;
  /** The revisions that this tab was told of. */
  readonly met = new Set<number>();
  private readonly timers = new Set<Timer>();
  private readonly requests: Request[] = [];

  constructor(
    private readonly world: AttemptWorld,
    readonly disk: MachineDisk,
  ) {
    const { response } = world.server;
    this.meet(response);
    this.saver = new ResponseSaver('item', response, {
      store: disk,
      send: (_item, save) => new Promise((answer) => this.requests.push({ save, answer })),
      newId: () => world.newId(),
      now: () => new Date(world.now),
      after: (ms, act) => {
        const timer = { dueAt: world.now + ms, act };
        this.timers.add(timer);
        return () => void this.timers.delete(timer);
      },
    });
    this.saver.saveNow();
  }

  get shown(): string | null {
    return textOf(this.saver.view.draft);
  }

  get waitsForNetwork(): boolean {
    return this.requests.length > 0;
  }

  type(text: string): void {
    this.saver.edit(draft(text));
  }

  fire(): void {
    for (const timer of this.timers) if (timer.dueAt <= this.world.now && this.timers.delete(timer)) timer.act();
  }

  async deliver(how: Delivery): Promise<void> {
    const next = this.requests.shift();
    if (next === undefined) return;
    const { revisionId: id, base: basedOn } = next.save;
    const reach = () => this.world.server.take({ id, basedOn, answer: textOf(next.save.draft) ?? '' }, this.met);
    if (how === 'arrives late') this.world.delayed.push(reach);
    const isReached = how !== 'request lost' && how !== 'arrives late';
    const outcome = isReached ? reach() : null;
    if (how === 'arrives twice') reach();
    next.answer(outcome === null || how === 'answer lost' ? { kind: 'unreachable' } : this.told(outcome));
    await settled();
  }

  private told(outcome: SendOutcome): SendOutcome {
    if (outcome.kind === 'saved') this.met.add(outcome.revision);
    if (outcome.kind === 'stale') this.meet(outcome.current);
    return outcome;
  }

  /** What an open page does when it becomes the live one: it reads the server's answer and what other tabs have left. */
  becomeLive(): void {
    this.notice();
    this.saver.adopt();
  }

  notice(): void {
    const { response } = this.world.server;
    const before = this.saver.view.base;
    this.saver.notice(response);
    if (this.saver.view.base !== before) this.meet(response);
  }

  private meet(response: SavedResponse | null): void {
    if (response !== null) this.met.add(response.revision);
  }
}

export const MACHINES = 2;
export const TABS_EACH = 2;

/** Two machines with two tabs each, and one server. */
export class AttemptWorld {
  now = 0;
  readonly server: AttemptServer;
  readonly disks = Array.from({ length: MACHINES }, () => new MachineDisk());
  /** By place; null for a tab that is not open. */
  readonly tabs: (Tab | null)[] = Array.from({ length: MACHINES * TABS_EACH }, () => null);
  /** Requests that their page has given up, and that still reach the server. */
  readonly delayed: (() => unknown)[] = [];
  private ids = 0;

  constructor(decide = decideSave<string>) {
    this.server = new AttemptServer(() => this.now, decide);
  }

  newId = () => `save-${(this.ids += 1)}`;

  get isLocked(): boolean {
    return this.now >= DEADLINE_MS;
  }

  open(place: number): Tab {
    const disk = this.disks[Math.floor(place / TABS_EACH)];
    if (disk === undefined) throw new Error('There is no such machine.');
    return (this.tabs[place] ??= new Tab(this, disk));
  }

  /** Closes a tab; one that is left saves first, one that crashes does not. */
  close(place: number, how: 'left' | 'crashed'): void {
    if (how === 'left') this.tabs[place]?.saver.saveNow();
    this.tabs[place] = null;
  }

  get openTabs(): readonly Tab[] {
    return this.tabs.filter((tab) => tab !== null);
  }

  async pass(ms: number): Promise<void> {
    this.now += ms;
    for (const tab of this.openTabs) tab.fire();
    await settled();
  }

  /** Whether a text is on the server, on a disk or on an open page. */
  isInReach(text: string): boolean {
    return (
      this.server.has(text) ||
      this.disks.some((disk) => disk.has(text)) ||
      this.openTabs.some((tab) => tab.shown === text)
    );
  }
}

export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
};
