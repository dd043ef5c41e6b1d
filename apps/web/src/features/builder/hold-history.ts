import { addHistoryHold } from '../../platform/history-holds';
import type { DraftSaver } from './draft-saver';

type Held = Pick<DraftSaver, 'read' | 'settle'>;

/** The number that the router gives to each entry of the history; null for entries that are not from it. */
export function entryNow(): number | null {
  const { idx } = (window.history.state ?? {}) as { readonly idx?: unknown };
  return typeof idx === 'number' ? idx : null;
}

/**
 * Holds Back and Forward of the browser while something is unsaved: returns to the page, saves, and follows or asks. They cannot
 * be prevented, so the entry is changed back before the router hears of it.
 */
export class HistoryHold {
  private readonly path = window.location.pathname;
  private entry = entryNow();
  /** The next change of the entry is made here: back to the page, or on to where the person wanted to go. */
  private next: 'return' | 'follow' | null = null;
  private isAsking = false;

  constructor(
    private readonly saver: Held,
    private readonly ask: (follow: () => void) => void,
  ) {}

  /** Call when the page changes its own address, which adds an entry. */
  noticeEntry(): void {
    this.entry = entryNow();
  }

  /** The person stays: the next Back is held again. */
  stay(): void {
    this.isAsking = false;
  }

  /** Returns a function that ends it. */
  listen(): () => void {
    return addHistoryHold((event) => this.popped(event));
  }

  private popped(event: PopStateEvent): void {
    const { next } = this;
    this.next = null;
    if (next === 'follow') return;
    const to = entryNow();
    if (next === 'return') event.stopImmediatePropagation();
    else if (to === null || this.entry === null || window.location.pathname === this.path) this.entry = to;
    else if (this.saver.read().isUnsaved) this.hold(event, to - this.entry);
  }

  private hold(event: PopStateEvent, steps: number): void {
    event.stopImmediatePropagation();
    this.go('return', -steps);
    if (this.isAsking) return;
    this.isAsking = true;
    const follow = () => this.go('follow', steps);
    void this.saver.settle().then((isSaved) => (isSaved ? follow() : this.ask(follow)));
  }

  private go(next: 'return' | 'follow', steps: number): void {
    this.next = next;
    window.history.go(steps);
  }
}
