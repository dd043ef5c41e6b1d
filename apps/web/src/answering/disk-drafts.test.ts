import { aStorage } from '../testing/a-storage';
import { DiskDrafts } from './disk-drafts';
import type { Disk, StoredDraft } from './draft-disk';
import { browserStore, type UnsentDraft } from './draft-store';

const unsent = (text: string): UnsentDraft => ({
  draft: { kind: 'numeric', text },
  revisionId: `revision of ${text}`,
  editedAt: `2026-11-20T14:00:0${text}Z`,
  base: 0,
});

/** A disk that finishes its writes when the test says so, or refuses them. */
class SlowDisk implements Disk {
  readonly stored = new Map<string, StoredDraft>();
  isFull = false;
  private readonly waiting: (() => void)[] = [];

  all = async () => {
    await this.turn();
    return [...this.stored.values()];
  };
  put = async (draft: StoredDraft) => {
    await this.turn();
    if (this.isFull) throw new Error('QuotaExceededError');
    this.stored.set(draft.unsent.revisionId, draft);
  };
  remove = async (revisionId: string) => {
    await this.turn();
    this.stored.delete(revisionId);
  };

  /** In the order of the calls, as transactions of one store are. */
  private turn = () => new Promise<void>((resolve) => this.waiting.push(resolve));

  async work(): Promise<void> {
    for (let quiet = 0; quiet < 10; quiet += 1) {
      await Promise.resolve();
      const next = this.waiting.shift();
      if (next === undefined) continue;
      quiet = 0;
      next();
    }
  }
}

let storage: ReturnType<typeof aStorage>;
beforeEach(() => {
  storage = aStorage();
});

async function opened(disk: SlowDisk): Promise<DiskDrafts> {
  const opening = DiskDrafts.open(disk, browserStore(storage));
  await disk.work();
  return opening;
}

test('a draft can be read at once and counts as kept when the disk has confirmed it, not before', async () => {
  const disk = new SlowDisk();
  const drafts = await opened(disk);
  drafts.write('item', unsent('1'));
  expect(drafts.list('item')).toEqual([unsent('1')]);
  let isKept: boolean | null = null;
  void drafts.kept().then((kept) => (isKept = kept));
  await Promise.resolve();
  expect([isKept, disk.stored.size]).toEqual([null, 0]);
  await disk.work();
  expect([isKept, disk.stored.size]).toEqual([true, 1]);
  expect((await opened(disk)).list('item')).toEqual([unsent('1')]);
});

test('a removed draft is gone from the disk, in the order of the calls', async () => {
  const disk = new SlowDisk();
  const drafts = await opened(disk);
  drafts.write('item', unsent('1'));
  drafts.write('item', unsent('2'));
  drafts.remove('item', unsent('1').revisionId);
  await disk.work();
  expect((await opened(disk)).list('item')).toEqual([unsent('2')]);
});

test('what the disk has not confirmed when the page is left is written to localStorage, and moved to the disk later', async () => {
  const disk = new SlowDisk();
  const drafts = await opened(disk);
  drafts.write('item', unsent('1'));
  drafts.leave();
  drafts.write('item', unsent('2'));
  expect(storage.length).toBe(2);
  // The page is gone: its transactions were never finished.
  const next = new SlowDisk();
  const later = await opened(next);
  expect(later.list('item')).toEqual([unsent('1'), unsent('2')]);
  await next.work();
  expect([next.stored.size, storage.length]).toEqual([2, 0]);
});

test('drafts of an earlier version, in localStorage, are moved once', async () => {
  browserStore(storage).write('item', unsent('1'));
  const disk = new SlowDisk();
  const drafts = await opened(disk);
  expect(drafts.list('item')).toEqual([unsent('1')]);
  await disk.work();
  expect([disk.stored.size, storage.length]).toEqual([1, 0]);
});

test('what a full disk refuses is kept in localStorage; where that is full too, it is said that nothing is kept', async () => {
  const disk = new SlowDisk();
  const drafts = await opened(disk);
  disk.isFull = true;
  drafts.write('item', unsent('1'));
  await disk.work();
  expect(await drafts.kept()).toBe(true);
  storage.isFull = true;
  drafts.write('item', unsent('2'));
  await disk.work();
  expect(await drafts.kept()).toBe(false);
  expect(drafts.list('item')).toEqual([unsent('1'), unsent('2')]);
});

test('another tab’s drafts are found when this one reads again, and those that it has sent are forgotten', async () => {
  const disk = new SlowDisk();
  const [here, there] = [await opened(disk), await opened(disk)];
  there.write('item', unsent('1'));
  await disk.work();
  expect(here.list('item')).toEqual([]);
  const refreshed = here.refresh();
  await disk.work();
  await refreshed;
  expect(here.list('item')).toEqual([unsent('1')]);
  there.remove('item', unsent('1').revisionId);
  const again = here.refresh();
  await disk.work();
  await again;
  expect(here.list('item')).toEqual([]);
});
