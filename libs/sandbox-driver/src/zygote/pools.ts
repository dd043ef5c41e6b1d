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

/**
 * What decides in which pool a program runs. An author's box without named datasets still has those of the packages.
 */
export type PoolKind = {
  readonly profile: BoxProfile;
  readonly root: 'candidate' | 'author';
  readonly datasets: readonly DatasetMount[];
  readonly node?: NodeStart;
};

type Entry = { readonly pool: Pool; readonly root: PoolKind['root']; timer: NodeJS.Timeout | undefined };

/**
 * One pool per kind of box, started on demand. Pools that have been idle for a while are closed, so that an
 * installation that grades one language keeps no other in memory.
 */
export class Pools {
  private readonly entries = new Map<string, Entry>();
  private readonly keptWarm = new Set<string>();

  constructor(
    private readonly options: ResolvedOptions,
    private readonly cgroups: Cgroups,
  ) {}

  /** Starts a pool before its first program, and never closes it for being idle. */
  keepWarm(kind: PoolKind): void {
    this.keptWarm.add(keyOf(kind));
    this.find(kind).pool.warm();
  }

  /** Whether a box can be forked at once. If not, starts the pool in the background. */
  isReady(kind: PoolKind): boolean {
    const entry = this.find(kind);
    if (entry.pool.isReady) return true;
    entry.pool.warm();
    this.retireLater(keyOf(kind), entry);
    return false;
  }

  /** Calls `act` with the pool of a kind; the pool is not closed before `act` has finished. */
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

  /** The versions reported by the zygote for candidates; empty if none is running. */
  versions(profile: BoxProfile): Readonly<Record<string, string>> {
    return this.entries.get(keyOf({ profile, root: 'candidate', datasets: [] }))?.pool.versions ?? {};
  }

  async close(): Promise<void> {
    await Promise.all([...this.entries.keys()].map((key) => this.retire(key)));
  }

  /** Moves the entry to the end: the map is in order of last use. */
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

  /** Authors' pools park no boxes, because waiting for a fork is short; JavaScript must start Node and parks them. */
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
    if (this.keptWarm.has(key)) return;
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

/** Candidates get no datasets, whatever the program asks for. */
function zygoteKindOf({ profile, root, datasets, node }: PoolKind): ZygoteKind {
  const withDatasets = root === 'author';
  return { profile, withDatasets, datasets: withDatasets ? datasets : [], ...(node && { node }) };
}

function keyOf(kind: PoolKind): string {
  return JSON.stringify(zygoteKindOf(kind));
}
