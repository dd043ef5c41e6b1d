import { type Draft, isEmptyDraft, type SavedResponse } from './draft';
import { ResponseSaver, type SaverPorts, type Settled } from './response-saver';

type Item = { readonly id: string; readonly response: SavedResponse | null };

type OnEdit = (itemId: string, draft: Draft) => void;

/** The ids of the items by what became of their answers. */
export type SettledItems = Readonly<Record<Settled, readonly string[]>>;

/** One saver per item, for the lifetime of the page, so that a draft is still sent while another item is shown. */
export class Savers {
  private readonly byItem = new Map<string, ResponseSaver>();
  private readonly editListeners = new Set<OnEdit>();
  private readonly listeners = new Set<() => void>();
  /** When the page got its items from the server, by `performance.now()`. */
  readonly since = performance.now();

  constructor(private readonly ports: SaverPorts) {}

  /** The item's saver; it starts with the newer of this device's and the server's answer. */
  of({ id, response }: Item): ResponseSaver {
    const known = this.byItem.get(id);
    if (known !== undefined) return known;
    const saver = new ResponseSaver(id, response, { ...this.ports, onEdit: this.tellEdit });
    saver.subscribe(this.tellChange);
    this.byItem.set(id, saver);
    return saver;
  }

  /** Calls back when an answer changes or is sent; returns a function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private readonly tellChange = (): void => {
    for (const listener of this.listeners) listener();
  };

  /** Calls back on everything that is typed; returns a function that stops it. */
  onEdit(listener: OnEdit): () => void {
    this.editListeners.add(listener);
    return () => void this.editListeners.delete(listener);
  }

  private readonly tellEdit: OnEdit = (itemId, draft) => {
    for (const listener of this.editListeners) listener(itemId, draft);
  };

  /** Sends what an earlier page left on this device. */
  resume(item: Item): void {
    this.of(item).saveNow();
  }

  /** The revision that the item's answer on the page builds on; 0 for none. */
  revisionOf(itemId: string): number {
    return this.byItem.get(itemId)?.view.base ?? 0;
  }

  /** Whether the item no longer accepts answers, for example because another tab has finished it. */
  isClosed(itemId: string): boolean {
    const status = this.byItem.get(itemId)?.view.status;
    return status?.kind === 'refused' && (status.reason === 'closed' || status.reason === 'late');
  }

  /** Takes the server's answer to an item if the page's is older and saved. */
  notice({ id, response }: Item): void {
    this.byItem.get(id)?.notice(response);
  }

  /** How many answers wait to be sent. What the server refused is not among them. */
  unsentCount(): number {
    return [...this.byItem.values()].filter((saver) => saver.hasUnsent).length;
  }

  /** The unsent answers as text, which is the same until one is added, sent, emptied or filled. */
  unsentNow(): string {
    const unsent = [...this.byItem].filter(([, saver]) => saver.hasUnsent);
    return unsent
      .map(([id, { view }]) => (view.draft === null || isEmptyDraft(view.draft) ? `-${id}` : `+${id}`))
      .join(' ');
  }

  /** Sends what other pages have left on this device since this one opened. */
  async adopt(): Promise<void> {
    await this.ports.store.refresh();
    for (const saver of this.byItem.values()) saver.adopt();
  }

  /** Whether everything that was saved here and has not been sent is on this device, and not only on the page. */
  kept(): Promise<boolean> {
    return this.ports.store.kept();
  }

  saveNow(): void {
    for (const saver of this.byItem.values()) saver.saveNow();
  }

  /** Saves the answer of one item. */
  async settle(itemId: string): Promise<Settled> {
    return (await this.byItem.get(itemId)?.settle()) ?? 'sent';
  }

  /** Saves everything. */
  async settleAll(): Promise<SettledItems> {
    const settled = await Promise.all(
      [...this.byItem].map(async ([id, saver]) => ({ id, outcome: await saver.settle() })),
    );
    const those = (outcome: Settled) => settled.filter((each) => each.outcome === outcome).map(({ id }) => id);
    return {
      sent: those('sent'),
      unreachable: those('unreachable'),
      refused: those('refused'),
      conflict: those('conflict'),
    };
  }
}
