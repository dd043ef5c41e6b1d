import type { CallProgram, Run } from '@holdout/sandbox';
import { failedRun, runInBox } from './call-runner';
import type { BoxProgram, MemoryBound } from './call-runner';
import type { Cgroups } from '../cgroups/cgroups';
import { isLight } from './is-light';
import type { BoxProfile, ResolvedOptions } from '../options';
import { Pools } from './pools';
import type { PoolKind } from './pools';
import type { NodeStart } from './zygote';

/** Runs programs that get a forked box of their own: functions in any language, and SQLite. */
export class CallSandbox {
  private readonly pools: Pools;

  constructor(
    private readonly options: ResolvedOptions,
    private readonly cgroups: Cgroups,
  ) {
    this.pools = new Pools(options, cgroups);
  }

  /** Starts the zygote of the most used language before its first program. */
  warm(): void {
    this.pools.keepWarm({ profile: 'python', root: 'candidate', datasets: [] });
  }

  async run(program: BoxProgram, signal: AbortSignal): Promise<Run> {
    try {
      const by = this.memoryBoundOf(program.profile);
      return await this.pools.use(this.kindFor(program), (pool) => runInBox(program, pool, signal, by));
    } catch (error) {
      return failedRun(error);
    }
  }

  versions(profile: BoxProfile): Readonly<Record<string, string>> {
    return this.pools.versions(profile);
  }

  async close(): Promise<void> {
    await this.pools.close();
  }

  /** A light program does not wait for the light zygote: until that is ready, it runs where the packages are loaded. */
  private kindFor(program: BoxProgram): PoolKind {
    const kind = poolKindOf(program);
    if (program.profile !== 'python' || program.root === 'author' || this.options.parked['python-light'] === 0)
      return kind;
    const light: PoolKind = { ...kind, profile: 'python-light' };
    return isLight(program) && this.pools.isReady(light) ? light : kind;
  }

  /** Node reserves more address space than any limit allows, so RLIMIT_AS cannot be used for it. */
  private memoryBoundOf(profile: BoxProfile): MemoryBound {
    return this.cgroups.kind === 'none' && profile !== 'javascript' ? 'address space' : 'cgroup';
  }
}

function poolKindOf(program: BoxProgram): PoolKind {
  if (program.profile === 'sqlite') return { profile: 'sqlite', root: 'candidate', datasets: [] };
  const { profile, root, datasets } = program;
  return { profile, root, datasets, ...(profile === 'javascript' && { node: nodeStartOf(program) }) };
}

function nodeStartOf({ main, limits }: CallProgram): NodeStart {
  return { memoryBytes: limits.memoryBytes, readsTypeScript: /\.m?ts$/.test(main) };
}
