import type { DatasetMount } from '@holdout/sandbox';
import type { Cgroups } from '../cgroups/cgroups';
import type { BoxProfile, ResolvedOptions } from '../options';
import { Pool } from './pool';
import type { PoolSize } from './pool';
import { Zygote } from './zygote';
import type { NodeStart, ZygoteKind } from './zygote';

const AUTHOR_POOLS = 3;
const AUTHOR_BOXES = 2;
const AUTHOR_IDLE_MS = 60_000;
const CANDIDATE_IDLE_MS = 600_000;

/** What decides which pool a program runs in. Without datasets named, `author` still sees those of the packages. */
export type PoolKind = {
  readonly profile: BoxProfile;
  readonly root: 'candidate' | 'author';
  readonly datasets: readonly DatasetMount[];
  readonly node?: NodeStart;
};

type Entry = { readonly pool: Pool; readonly root: PoolKind['root']; timer: NodeJS.Timeout | undefined };

/**
 * The pools there are: one for each kind of box, started at need. Those that nobody has used for a while go, so that an
 * installation that grades one language holds no other in memory.
 */
export class Pools {
  private readonly entries = new Map<string, Entry>();
  private readonly staying = new Set<string>();

  constructor(
    private readonly options: ResolvedOptions,
    private readonly cgroups: Cgroups,
  ) {}

  /** Starts a pool ahead of the first program, and never retires it. */
  keepWarm(kind: PoolKind): void {
    this.staying.add(keyOf(kind));
    this.find(kind).pool.warm();
  }

  /** Whether a box can be made at once. Where none can, this sees to it that one can be soon. */
  isReady(kind: PoolKind): boolean {
    const entry = this.find(kind);
    if (entry.pool.isReady) return true;
    entry.pool.warm();
    this.retireLater(keyOf(kind), entry);
    return false;
  }

  /** The pool of a kind, kept for as long as the use of it takes. */
  async use<T>(kind: PoolKind, act: (pool: Pool) => Promise<T>): Promise<T> {
    const entry = this.find(kind);
    clearTimeout(entry.timer);
    if (kind.root === 'author') this.makeRoomForAuthors();
    try {
      return await act(entry.pool);
    } finally {
      this.retireLater(keyOf(kind), entry);
    }
  }

  /** What the zygotes of candidates have loaded: empty for a language of which none is running. */
  versions(profile: BoxProfile): Readonly<Record<string, string>> {
    return this.entries.get(keyOf({ profile, root: 'candidate', datasets: [] }))?.pool.versions ?? {};
  }

  async close(): Promise<void> {
    await Promise.all([...this.entries.keys()].map((key) => this.retire(key)));
  }

  /** The one used last comes last. */
  private find(kind: PoolKind): Entry {
    const key = keyOf(kind);
    const entry = this.entries.get(key) ?? { pool: this.makePool(kind), root: kind.root, timer: undefined };
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry;
  }

  private makePool(kind: PoolKind): Pool {
    return new Pool(
      () => Zygote.start(zygoteKindOf(kind), this.options, this.cgroups),
      this.sizeOf(kind),
      this.options,
    );
  }

  /** Authors wait for a fork, which is short, but not for a start. */
  private sizeOf({ profile, root }: PoolKind): PoolSize {
    const parked = this.options.parked[profile];
    if (root === 'candidate') return { parked, max: this.options.maxBoxes };
    return { parked: profile === 'javascript' ? parked : 0, max: AUTHOR_BOXES };
  }

  private makeRoomForAuthors(): void {
    const authors = [...this.entries].filter(([, { root }]) => root === 'author');
    const spare = authors.filter(([, { pool }]) => !pool.isBusy).map(([key]) => key);
    for (const key of spare.slice(0, Math.max(0, authors.length - AUTHOR_POOLS))) void this.retire(key);
  }

  private retireLater(key: string, entry: Entry): void {
    if (this.staying.has(key)) return;
    clearTimeout(entry.timer);
    const idleMs = entry.root === 'author' ? AUTHOR_IDLE_MS : CANDIDATE_IDLE_MS;
    entry.timer = setTimeout(() => void this.retireIfIdle(key, entry), idleMs).unref();
  }

  private async retireIfIdle(key: string, entry: Entry): Promise<void> {
    if (this.entries.get(key) === entry && !entry.pool.isBusy) await this.retire(key);
  }

  private async retire(key: string): Promise<void> {
    const entry = this.entries.get(key);
    clearTimeout(entry?.timer);
    this.entries.delete(key);
    await entry?.pool.close();
  }
}

/** Candidates are given no datasets, whatever the program asks for. */
function zygoteKindOf({ profile, root, datasets, node }: PoolKind): ZygoteKind {
  const withDatasets = root === 'author';
  return { profile, withDatasets, datasets: withDatasets ? datasets : [], ...(node && { node }) };
}

function keyOf(kind: PoolKind): string {
  return JSON.stringify(zygoteKindOf(kind));
}
