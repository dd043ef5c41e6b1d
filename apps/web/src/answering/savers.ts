import type { Draft, SavedResponse } from './draft';
import type { UnsentDraft } from './draft-store';
import { mergeDraft } from './merge-draft';
import { ResponseSaver, type SaverPorts } from './response-saver';

export type OpenedItem = {
  readonly saver: ResponseSaver;
  /** The answer that the page opens with. */
  readonly shown: Draft | null;
  readonly setAside: UnsentDraft | null;
};

type Item = { readonly id: string; readonly response: SavedResponse | null };

/** One saver per item, for the lifetime of the page, so that a draft is still sent while another item is shown. */
export class Savers {
  private readonly byItem = new Map<string, ResponseSaver>();

  constructor(private readonly ports: SaverPorts) {}

  /** Returns the item's saver, and the newer of the local and the server's answer. */
  open({ id, response }: Item): OpenedItem {
    const merged = mergeDraft(response, this.ports.store.read(id));
    const known = this.byItem.get(id);
    if (known) return { saver: known, shown: merged.shown, setAside: merged.setAside };
    const saver = new ResponseSaver(id, response?.revision ?? 0, response?.savedAt ?? null, this.ports);
    this.byItem.set(id, saver);
    return { saver, shown: merged.shown, setAside: merged.setAside };
  }

  /** Resumes sending the draft that an earlier page left. */
  resume({ id, response }: Item): void {
    const { toSend } = mergeDraft(response, this.ports.store.read(id));
    const { saver } = this.open({ id, response });
    if (toSend !== null && !saver.hasUnsent && saver.status.kind !== 'refused') saver.resume(toSend);
  }

  /** Removes a draft that the user was offered and rejected. */
  forget(itemId: string, draft: UnsentDraft): void {
    this.ports.store.remove(itemId, draft.revisionId);
  }

  /** Whether the item no longer accepts answers, for example because another tab has finished it. */
  isClosed(itemId: string): boolean {
    const status = this.byItem.get(itemId)?.status;
    return status?.kind === 'refused' && status.reason === 'closed';
  }

  /** The revision that the item's answer on the page builds on; 0 for none. */
  revisionOf(itemId: string): number {
    return this.byItem.get(itemId)?.revision ?? 0;
  }

  /** How many answers are not yet on the server. */
  unsentCount(): number {
    return [...this.byItem.values()].filter((saver) => saver.hasUnsent).length;
  }

  saveNow(): void {
    for (const saver of this.byItem.values()) saver.saveNow();
  }

  /** Saves everything; true if the server has all of it. */
  async settleAll(): Promise<boolean> {
    const settled = await Promise.all([...this.byItem.values()].map((saver) => saver.settle()));
    return settled.every(Boolean);
  }
}
