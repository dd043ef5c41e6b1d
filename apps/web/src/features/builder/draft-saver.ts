import {
  type AssessmentDraft,
  endStep,
  isSameValue,
  recordEdit,
  redo,
  startHistory,
  undo,
  type UndoHistory,
} from '@holdout/assessment';
import type { InputIssue } from '../../platform/input-issues';

/** A draft as the server has it. */
export type ServerDraft = {
  readonly draft: AssessmentDraft;
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string | null;
};

export type SendOutcome =
  | { readonly kind: 'saved'; readonly state: ServerDraft }
  /** Another person or tab has saved since. */
  | { readonly kind: 'stale'; readonly current: ServerDraft; readonly base: AssessmentDraft | null }
  | { readonly kind: 'refused'; readonly issues: readonly InputIssue[] }
  /** Sending the same again would change nothing. */
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'unreachable' };

export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  /** Kept in this browser; sent when the server is reachable. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What another person or tab has saved, and what both were made from; null if the server no longer has that. */
export type SaveConflict = { readonly current: ServerDraft; readonly base: AssessmentDraft | null };

export type DraftOnPage = {
  readonly history: UndoHistory<AssessmentDraft>;
  /** The revision that the draft on the page builds on. */
  readonly revision: number;
  readonly status: SaveStatus;
  /** Whether the server does not have the draft on the page. */
  readonly isUnsaved: boolean;
  readonly conflict: SaveConflict | null;
  /** Whose newer draft was put on the page while nothing here waited to be saved; null once something is changed. */
  readonly takenOver: Pick<ServerDraft, 'savedAt' | 'savedBy'> | null;
};

export type UnsavedDraft = { readonly draft: AssessmentDraft; readonly basedOn: number };

export type DraftSaverPorts = {
  readonly send: (unsaved: UnsavedDraft) => Promise<SendOutcome>;
  /** Calls `act` after `ms`; returns a function that cancels it. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** Keeps what is not saved for the next visit; null to forget it. */
  readonly keep: (unsaved: UnsavedDraft | null) => void;
};

const QUIET_MS = 1000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/**
 * The draft on the page with its undo history. It is saved one second after the last change, one request at a time, and
 * retried with back-off. In a conflict nothing is sent until a person has decided.
 */
export class DraftSaver {
  private view: DraftOnPage;
  private sending: Promise<void> | null = null;
  /** What was sent without an answer: the server may have it. */
  private unconfirmed: AssessmentDraft | null = null;
  /** A later draft was to be saved during a request. */
  private isDue = false;
  private failures = 0;
  private callOff: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    { draft, revision, savedAt }: ServerDraft,
    private readonly ports: DraftSaverPorts,
    left: UnsavedDraft | null = null,
  ) {
    const status = { kind: 'saved', at: savedAt } as const;
    this.view = { history: startHistory(draft), revision, status, isUnsaved: false, conflict: null, takenOver: null };
    if (left === null || isSameValue(left.draft, draft)) return;
    this.view = { ...this.view, history: recordEdit(this.view.history, left.draft), revision: left.basedOn };
    this.view = { ...this.view, status: { kind: 'waiting' }, isUnsaved: true };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): DraftOnPage => this.view;

  get draft(): AssessmentDraft {
    return this.view.history.present;
  }

  /** Changes the draft. Changes of the same `editing` one after another are one step of undo. */
  edit(change: (draft: AssessmentDraft) => AssessmentDraft, editing: string | null = null): void {
    const next = change(this.draft);
    if (isSameValue(next, this.draft)) return;
    this.typed(recordEdit(this.view.history, next, editing));
  }

  undo(): void {
    this.typed(undo(this.view.history));
  }

  redo(): void {
    this.typed(redo(this.view.history));
  }

  /** Saves without the delay: when the page is left or hidden, and when the network is back. */
  saveNow(): void {
    this.callOff();
    this.isDue = this.sending !== null;
    void this.pump();
  }

  /** Saves everything; true if the server has it. */
  async settle(): Promise<boolean> {
    this.callOff();
    while (this.view.isUnsaved && this.view.conflict === null) {
      const { failures } = this;
      await this.pump();
      const { kind } = this.view.status;
      if (this.failures > failures || kind === 'refused' || kind === 'failed') return false;
    }
    return !this.view.isUnsaved;
  }

  /** Puts what the server has on the page. The draft on the page is one step back. */
  take({ draft, revision, savedAt }: ServerDraft): void {
    const history = isSameValue(draft, this.draft) ? this.view.history : recordEdit(this.view.history, draft);
    this.become({ history, revision, status: { kind: 'saved', at: savedAt }, isUnsaved: false, conflict: null });
    this.ports.keep(null);
  }

  /** Takes a newer draft of another person or tab, if nothing here waits to be saved. */
  notice(server: ServerDraft): void {
    if (this.view.isUnsaved || this.sending !== null || server.revision <= this.view.revision) return;
    this.take(server);
    this.become({ takenOver: { savedAt: server.savedAt, savedBy: server.savedBy } });
  }

  /** Saves `draft` in place of what another person or tab has saved. */
  settleConflict(draft: AssessmentDraft): void {
    const { conflict } = this.view;
    if (conflict === null) return;
    const history = isSameValue(draft, this.draft) ? this.view.history : recordEdit(this.view.history, draft);
    this.become({ history, revision: conflict.current.revision, conflict: null, isUnsaved: true });
    this.saveNow();
  }

  private typed(history: UndoHistory<AssessmentDraft>): void {
    if (history.present === this.draft) return;
    this.become({ history, isUnsaved: true, takenOver: null });
    this.ports.keep({ draft: history.present, basedOn: this.view.revision });
    this.callOff();
    if (this.view.conflict === null) this.callOff = this.ports.after(QUIET_MS, () => this.saveNow());
  }

  private pump(): Promise<void> {
    if (this.sending !== null) return this.sending;
    if (!this.view.isUnsaved || this.view.conflict !== null) return Promise.resolve();
    const unsaved = { draft: this.draft, basedOn: this.view.revision };
    this.become({ history: endStep(this.view.history), status: { kind: 'saving' } });
    this.sending = this.ports.send(unsaved).then((outcome) => {
      this.sending = null;
      this.answered(unsaved.draft, outcome);
    });
    return this.sending;
  }

  private answered(sent: AssessmentDraft, outcome: SendOutcome): void {
    if (outcome.kind !== 'unreachable') this.failures = 0;
    switch (outcome.kind) {
      case 'saved':
        this.saved(sent, outcome.state);
        break;
      case 'stale':
        this.refusedAsStale(sent, outcome);
        break;
      case 'unreachable':
        this.retryLater(sent);
        break;
      case 'refused':
      case 'failed':
        this.become({ status: outcome });
    }
  }

  private saved(sent: AssessmentDraft, { revision, savedAt }: ServerDraft): void {
    this.unconfirmed = null;
    const isUnsaved = !isSameValue(this.draft, sent);
    this.become({ revision, status: { kind: 'saved', at: savedAt }, isUnsaved });
    this.ports.keep(isUnsaved ? { draft: this.draft, basedOn: revision } : null);
    // What was changed less than a second ago is saved by its own timer.
    if (this.isDue) this.saveNow();
  }

  private refusedAsStale(sent: AssessmentDraft, { current, base }: SaveConflict): void {
    // The answer to an earlier request was lost: what the server has is from here.
    if (this.unconfirmed !== null && isSameValue(current.draft, this.unconfirmed)) {
      this.saved(this.unconfirmed, current);
      this.saveNow();
      return;
    }
    if (isSameValue(current.draft, sent)) this.saved(sent, current);
    else this.become({ status: { kind: 'conflict' }, conflict: { current, base } });
  }

  private retryLater(sent: AssessmentDraft): void {
    this.unconfirmed = sent;
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures);
    this.failures += 1;
    this.become({ status: { kind: 'waiting' } });
    this.callOff();
    this.callOff = this.ports.after(wait, () => this.saveNow());
  }

  private become(next: Partial<DraftOnPage>): void {
    this.view = { ...this.view, ...next };
    for (const listener of this.listeners) listener();
  }
}
