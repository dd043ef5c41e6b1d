import type { Draft, SavedResponse } from './draft';
import type { DraftStore, UnsentDraft } from './draft-store';
import {
  adopted,
  answered,
  edited,
  hasUnsent,
  type Heard,
  kept,
  keptMine,
  type NewSave,
  nextOf,
  noticed,
  opened,
  type SaveQueue,
  type SendOutcome,
  sent,
  storedOf,
  tookOther,
} from './save-queue';

/** What became of everything typed so far. */
export type Settled = 'sent' | 'unreachable' | 'refused' | 'conflict';

export type SaverPorts = {
  readonly store: DraftStore;
  readonly send: (itemId: string, unsent: UnsentDraft) => Promise<SendOutcome>;
  readonly newId: () => string;
  /** Told of everything typed or put in its place; it must not throw. */
  readonly onEdit?: (itemId: string, draft: Draft) => void;
  readonly now: () => Date;
  /** Calls `act` after `ms`; returns a function that cancels it. */
  readonly after: (ms: number, act: () => void) => () => void;
};

const QUIET_MS = 1000;
/** While typing goes on without a pause. */
const TYPING_MS = 5000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Saves the answer of one item, first on this device, then on the server: one second after the last change, and every five
 * seconds while it goes on changing. Sends one
 * draft at a time and retries with back-off; the rules are those of `save-queue.ts`.
 */
export class ResponseSaver {
  private queue: SaveQueue;
  private sending: Promise<void> | null = null;
  private failures = 0;
  /** When the draft was typed, not stored: another tab may store an older one later. */
  private editedAt: Date | null = null;
  private callOff: () => void = () => undefined;
  /** Not moved by further typing; null if everything typed is kept. */
  private callOffTyping: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly itemId: string,
    saved: SavedResponse | null,
    private readonly ports: SaverPorts,
  ) {
    this.queue = opened(saved, ports.store.list(itemId));
  }

  get view(): SaveQueue {
    return this.queue;
  }

  /** Whether anything waits to be sent. */
  get hasUnsent(): boolean {
    return hasUnsent(this.queue);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  edit(draft: Draft): void {
    this.editedAt = this.ports.now();
    this.ports.onEdit?.(this.itemId, draft);
    this.become(edited(this.queue, draft));
    this.callOff();
    this.callOff = this.ports.after(QUIET_MS, () => this.saveNow());
    this.callOffTyping ??= this.ports.after(TYPING_MS, () => this.saveNow());
  }

  /** Puts an earlier answer on the page and saves it as the newest. */
  bringBack(draft: Draft): void {
    this.editedAt = this.ports.now();
    this.ports.onEdit?.(this.itemId, draft);
    const next = edited(this.queue, draft);
    this.become({ ...next, replaced: next.replaced + 1 });
    this.saveNow();
  }

  /** Saves without the delay: on blur, when the page is hidden, or when the network is back. */
  saveNow(): void {
    this.keep();
    void this.pump();
  }

  /** Saves everything typed so far. */
  async settle(): Promise<Settled> {
    this.keep();
    while (this.sending !== null || nextOf(this.queue) !== null) {
      const failures = this.failures;
      await this.pump();
      if (this.failures > failures) return 'unreachable';
    }
    if (this.queue.other !== null) return 'conflict';
    return this.queue.status.kind === 'refused' ? 'refused' : 'sent';
  }

  /** Takes the server's answer if it is newer than the page's and nothing here waits to be saved. */
  notice(saved: SavedResponse | null): void {
    this.become(noticed(this.queue, saved));
  }

  /** Sends what a page that is gone has left on this device. */
  adopt(): void {
    this.become(adopted(this.queue, this.ports.store.list(this.itemId)));
    void this.pump();
  }

  keepMine(): void {
    this.become(keptMine(this.queue, this.newSave()));
    void this.pump();
  }

  useOther(): void {
    this.become(tookOther(this.queue, this.newSave()));
    void this.pump();
  }

  /** Puts the answer that was set aside on the page and saves it. */
  useSetAside(): void {
    const { setAside } = this.queue;
    this.dropSetAside();
    if (setAside !== null) this.bringBack(setAside.draft);
  }

  dropSetAside(): void {
    this.become({ ...this.queue, setAside: null });
  }

  private keep(): void {
    this.callOff();
    this.callOffTyping?.();
    this.callOffTyping = null;
    this.become(kept(this.queue, this.newSave()));
  }

  private newSave(): NewSave {
    const editedAt = this.editedAt ?? this.ports.now();
    return { revisionId: this.ports.newId(), editedAt: editedAt.toISOString() };
  }

  private pump(): Promise<void> {
    const next = nextOf(this.queue);
    if (this.sending !== null) return this.sending;
    if (next === null) return Promise.resolve();
    this.become(sent(this.queue));
    this.sending = this.ports.send(this.itemId, next).then(async (answer) => {
      const outcome = await this.heard(answer);
      this.sending = null;
      this.become(answered(this.queue, outcome));
      if (outcome.kind === 'unreachable') {
        this.retryLater();
        return;
      }
      this.failures = 0;
      // A newer draft may have been written during the request.
      void this.pump();
    });
    return this.sending;
  }

  /** "Kept on this device" is said of what the device has confirmed. */
  private async heard(outcome: SendOutcome): Promise<Heard> {
    return outcome.kind === 'unreachable' ? { ...outcome, isKept: await this.ports.store.kept() } : outcome;
  }

  private retryLater(): void {
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures);
    this.failures += 1;
    if (this.queue.isTyped) return;
    this.callOff();
    this.callOff = this.ports.after(wait, () => this.saveNow());
  }

  /** Writes before it removes, so that a crash in between loses nothing. */
  private become(next: SaveQueue): void {
    const [before, after] = [storedOf(this.queue), storedOf(next)];
    if (next === this.queue) return;
    this.queue = next;
    const known = new Map(before.map((each) => [each.revisionId, each]));
    for (const each of after) {
      if (known.get(each.revisionId) !== each) this.ports.store.write(this.itemId, each);
    }
    const ids = new Set(after.map(({ revisionId }) => revisionId));
    for (const { revisionId } of before) {
      if (!ids.has(revisionId)) this.ports.store.remove(this.itemId, revisionId);
    }
    for (const listener of this.listeners) listener();
  }
}
