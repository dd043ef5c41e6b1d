import type { Disk, StoredDraft } from './draft-disk';
import { byTime, type DraftStore, type OldDrafts, type UnsentDraft } from './draft-store';

/**
 * Unsent drafts on disk, with a copy in memory, because pages read them at once. What the disk has not confirmed when the
 * page is left, or refuses, goes to `old` as well: `localStorage`, which is slower and smaller but written at once.
 */
export class DiskDrafts implements DraftStore {
  private readonly known = new Map<string, StoredDraft>();
  /** Not confirmed by the disk; those in `old` are on this device nevertheless. */
  private readonly unwritten = new Map<string, StoredDraft>();
  private last: Promise<unknown> = Promise.resolve();
  private isLeaving = false;

  private constructor(
    private readonly disk: Disk,
    private readonly old: OldDrafts,
  ) {}

  /** Also moves to the disk what earlier versions, or a page that was left, stored in `old`. */
  static async open(disk: Disk, old: OldDrafts): Promise<DiskDrafts> {
    const drafts = new DiskDrafts(disk, old);
    for (const draft of await disk.all()) drafts.known.set(draft.unsent.revisionId, draft);
    for (const { itemId, unsent } of old.all()) drafts.write(itemId, unsent);
    return drafts;
  }

  list(itemId: string): readonly UnsentDraft[] {
    const own = [...this.known.values()].filter((draft) => draft.itemId === itemId);
    return own.map(({ unsent }) => unsent).toSorted(byTime);
  }

  write(itemId: string, unsent: UnsentDraft): void {
    const draft = { itemId, unsent };
    const { revisionId } = unsent;
    this.known.set(revisionId, draft);
    this.unwritten.set(revisionId, draft);
    if (this.isLeaving) this.old.write(itemId, unsent);
    this.last = this.disk.put(draft).then(
      () => this.written(draft),
      () => this.old.write(itemId, unsent),
    );
  }

  remove(itemId: string, revisionId: string): void {
    this.known.delete(revisionId);
    this.unwritten.delete(revisionId);
    this.old.remove(itemId, revisionId);
    this.last = this.disk.remove(revisionId).catch(() => undefined);
  }

  async kept(): Promise<boolean> {
    let last: Promise<unknown> | null = null;
    while (last !== this.last) {
      last = this.last;
      await last;
    }
    return [...this.unwritten.values()].every(({ itemId, unsent }) => this.old.has(itemId, unsent.revisionId));
  }

  async refresh(): Promise<void> {
    await this.kept();
    const stored = new Map((await this.disk.all()).map((draft) => [draft.unsent.revisionId, draft]));
    for (const [id, draft] of stored) if (!this.known.has(id)) this.known.set(id, draft);
    for (const id of this.known.keys()) if (!stored.has(id) && !this.unwritten.has(id)) this.known.delete(id);
  }

  /** The page may be gone before the disk answers. */
  leave(): void {
    this.isLeaving = true;
    for (const { itemId, unsent } of this.unwritten.values()) this.old.write(itemId, unsent);
  }

  /** The page is shown again. */
  stay(): void {
    this.isLeaving = false;
  }

  private written({ itemId, unsent }: StoredDraft): void {
    const { revisionId } = unsent;
    // A newer state of the same draft is on its way to the disk.
    if (this.known.get(revisionId)?.unsent !== unsent) return;
    this.unwritten.delete(revisionId);
    this.old.remove(itemId, revisionId);
  }
}
