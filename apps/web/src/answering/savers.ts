import type { Draft, SavedResponse } from './draft';
import type { UnsentDraft } from './draft-store';
import { mergeDraft } from './merge-draft';
import { ResponseSaver, type SaverPorts } from './response-saver';

export type OpenedItem = {
  readonly saver: ResponseSaver;
  /** What the page opens with. */
  readonly shown: Draft | null;
  readonly setAside: UnsentDraft | null;
};

type Item = { readonly id: string; readonly response: SavedResponse | null };

/** One saver for each item, for as long as the page lives: what is unsent goes on being sent behind another item. */
export class Savers {
  private readonly byItem = new Map<string, ResponseSaver>();

  constructor(private readonly ports: SaverPorts) {}

  /** The saver of an item, and the newer of what this device and the server have. */
  open({ id, response }: Item): OpenedItem {
    const merged = mergeDraft(response, this.ports.store.read(id));
    const known = this.byItem.get(id);
    if (known) return { saver: known, shown: merged.shown, setAside: merged.setAside };
    const saver = new ResponseSaver(id, response?.revision ?? 0, response?.savedAt ?? null, this.ports);
    this.byItem.set(id, saver);
    return { saver, shown: merged.shown, setAside: merged.setAside };
  }

  /** Goes on sending what an earlier page left behind. */
  resume({ id, response }: Item): void {
    const { toSend } = mergeDraft(response, this.ports.store.read(id));
    const { saver } = this.open({ id, response });
    if (toSend !== null && !saver.hasUnsent && saver.status.kind !== 'refused') saver.resume(toSend);
  }

  /** Forgets a draft that was offered and not wanted. */
  forget(itemId: string, draft: UnsentDraft): void {
    this.ports.store.remove(itemId, draft.revisionId);
  }

  /** Whether the item takes no answers any more, as when another page has finished it. */
  isClosed(itemId: string): boolean {
    const status = this.byItem.get(itemId)?.status;
    return status?.kind === 'refused' && status.reason === 'closed';
  }

  /** How many answers the server still lacks. */
  unsentCount(): number {
    return [...this.byItem.values()].filter((saver) => saver.hasUnsent).length;
  }

  saveNow(): void {
    for (const saver of this.byItem.values()) saver.saveNow();
  }

  /** Saves everything; says whether the server has all of it. */
  async settleAll(): Promise<boolean> {
    const settled = await Promise.all([...this.byItem.values()].map((saver) => saver.settle()));
    return settled.every(Boolean);
  }
}
