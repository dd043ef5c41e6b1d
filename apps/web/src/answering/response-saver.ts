import { type Draft, isSameDraft } from './draft';
import type { DraftStore, UnsentDraft } from './draft-store';

export type RefusedReason =
  'closed' | 'stale' | 'tooLarge' | 'badCharacter' | 'tooLong' | 'notPlain' | 'fixed' | 'doesNotFit';

export type SendOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  | { readonly kind: 'unreachable' };

/** State of the save label next to the answer. */
export type SaveStatus =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Stored on this device; sent when the server is reachable. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly reason: RefusedReason };

export type SaverPorts = {
  readonly store: DraftStore;
  readonly send: (itemId: string, unsent: UnsentDraft) => Promise<SendOutcome>;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Calls `act` after `ms`; returns a function that cancels it. */
  readonly after: (ms: number, act: () => void) => () => void;
};

const QUIET_MS = 1000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Saves the answer of one item: one second after the last change, first on this device, then on the server. Sends one
 * draft at a time, always the newest, and retries with back-off. Never changes the page.
 */
export class ResponseSaver {
  private current: SaveStatus;
  private typed: Draft | null = null;
  private unsent: UnsentDraft | null = null;
  private sending: Promise<void> | null = null;
  private failures = 0;
  private callOff: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly itemId: string,
    private base: number,
    savedAt: string | null,
    private readonly ports: SaverPorts,
  ) {
    this.current = savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: savedAt };
  }

  /** The revision that the answer on the page builds on; 0 for none. */
  get revision(): number {
    return this.base;
  }

  get status(): SaveStatus {
    return this.current;
  }

  /** Whether anything is not yet on the server. */
  get hasUnsent(): boolean {
    return this.typed !== null || this.unsent !== null;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Resumes sending a draft left by an earlier page. */
  resume(unsent: UnsentDraft): void {
    this.unsent = unsent;
    this.failures = 0;
    void this.pump();
  }

  edit(draft: Draft): void {
    this.typed = draft;
    this.say({ kind: 'saving' });
    this.callOff();
    this.callOff = this.ports.after(QUIET_MS, () => this.saveNow());
  }

  /** Saves without the delay: on blur, when the page is hidden, or when the network is back. */
  saveNow(): void {
    this.keep();
    void this.pump();
  }

  /** Saves everything typed so far; true if the server accepted it. */
  async settle(): Promise<boolean> {
    this.keep();
    while (this.unsent !== null) {
      const failures = this.failures;
      await this.pump();
      if (this.failures > failures) return false;
    }
    return this.current.kind !== 'refused';
  }

  private keep(): void {
    this.callOff();
    const draft = this.typed;
    if (draft === null) return;
    this.typed = null;
    if (this.unsent !== null && isSameDraft(this.unsent.draft, draft)) return;
    this.unsent = {
      draft,
      revisionId: this.ports.newId(),
      editedAt: this.ports.now().toISOString(),
      base: this.base,
    };
    this.ports.store.write(this.itemId, this.unsent);
  }

  private pump(): Promise<void> {
    if (this.unsent === null) return Promise.resolve();
    this.sending ??= this.sendOnce(this.unsent).then((isTaken) => {
      this.sending = null;
      // A newer draft may have been written during the request.
      if (isTaken) void this.pump();
    });
    return this.sending;
  }

  /** True if the server accepted or refused the draft; false if it was unreachable. */
  private async sendOnce(unsent: UnsentDraft): Promise<boolean> {
    // An earlier draft of this page may have been saved since this one was written.
    const outcome = await this.ports.send(this.itemId, { ...unsent, base: Math.max(unsent.base, this.base) });
    switch (outcome.kind) {
      case 'saved':
        this.failures = 0;
        this.base = Math.max(this.base, outcome.revision);
        this.settleOne(unsent, { kind: 'saved', at: outcome.savedAt });
        return true;
      case 'refused':
        this.failures = 0;
        this.settleOne(unsent, { kind: 'refused', reason: outcome.reason });
        return true;
      case 'unreachable':
        this.retryLater();
        return false;
    }
  }

  /** Ends the sending of this draft. A refused one stays in the device's store, but is not retried automatically. */
  private settleOne(unsent: UnsentDraft, status: SaveStatus): void {
    if (this.unsent !== unsent) return;
    this.unsent = null;
    if (status.kind === 'saved') this.ports.store.remove(this.itemId, unsent.revisionId);
    if (this.typed === null) this.say(status);
  }

  private retryLater(): void {
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures);
    this.failures += 1;
    this.say({ kind: 'waiting' });
    if (this.typed !== null) return;
    this.callOff();
    this.callOff = this.ports.after(wait, () => this.saveNow());
  }

  private say(status: SaveStatus): void {
    if (this.current.kind === status.kind && status.kind !== 'saved' && status.kind !== 'refused') return;
    this.current = status;
    for (const listener of this.listeners) listener();
  }
}
