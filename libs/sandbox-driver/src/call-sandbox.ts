import type { CallProgram, Run } from '@holdout/sandbox';
import { failedRun, runCalls } from './call-runner';
import type { Cgroups } from './cgroups';
import type { Settled } from './options';
import { Pool } from './pool';
import { Zygote } from './zygote';
import type { ZygoteKind } from './zygote';

const AUTHOR_POOLS = 3;
const AUTHOR_BOXES = 2;
const AUTHOR_IDLE_MS = 60_000;

type AuthorPool = { readonly pool: Pool; timer: NodeJS.Timeout | undefined };

/** Python and JavaScript: a warm pool for candidates, and one at need for each set of datasets that authors use. */
export class CallSandbox {
  private readonly candidates: Pool;
  private readonly authors = new Map<string, AuthorPool>();

  constructor(
    private readonly settled: Settled,
    private readonly cgroups: Cgroups,
  ) {
    this.candidates = this.makePool(
      { profile: 'python', withDatasets: false, datasets: [] },
      { parked: settled.parked.python, max: settled.maxPython },
    );
  }

  warm(): void {
    this.candidates.warm();
  }

  async run(program: CallProgram, signal: AbortSignal): Promise<Run> {
    const isCandidatePython = program.root === 'candidate' && program.profile === 'python';
    const by = this.cgroups.kind === 'none' && program.profile === 'python' ? 'address space' : 'control group';
    try {
      if (isCandidatePython) return await runCalls(program, this.candidates, signal, by);
      return await this.withAuthorPool(program, (pool) => runCalls(program, pool, signal, by));
    } catch (error) {
      return failedRun(error);
    }
  }

  get pythonVersions(): Readonly<Record<string, string>> {
    return this.candidates.versions;
  }

  async close(): Promise<void> {
    const authors = [...this.authors.keys()].map((key) => this.retire(key));
    await Promise.all([this.candidates.close(), ...authors]);
  }

  /** Candidates are given no datasets, whatever the program asks for. */
  private async withAuthorPool(program: CallProgram, use: (pool: Pool) => Promise<Run>): Promise<Run> {
    const withDatasets = program.root === 'author';
    const kind = { profile: program.profile, withDatasets, datasets: withDatasets ? program.datasets : [] };
    const key = JSON.stringify(kind);
    const entry = this.authors.get(key) ?? { pool: this.makePool(kind, this.authorSize(program)), timer: undefined };
    clearTimeout(entry.timer);
    this.authors.delete(key);
    this.authors.set(key, entry);
    this.makeRoom();
    try {
      return await use(entry.pool);
    } finally {
      entry.timer = setTimeout(() => void this.retireIfIdle(key), AUTHOR_IDLE_MS).unref();
    }
  }

  private authorSize(program: CallProgram): { parked: number; max: number } {
    return { parked: program.profile === 'javascript' ? this.settled.parked.javascript : 0, max: AUTHOR_BOXES };
  }

  private makePool(kind: ZygoteKind, size: { readonly parked: number; readonly max: number }): Pool {
    return new Pool(() => Zygote.start(kind, this.settled, this.cgroups), size);
  }

  private makeRoom(): void {
    const spare = [...this.authors].filter(([, { pool }]) => !pool.isBusy).map(([key]) => key);
    const tooMany = this.authors.size - AUTHOR_POOLS;
    for (const key of spare.slice(0, Math.max(0, tooMany))) void this.retire(key);
  }

  private async retireIfIdle(key: string): Promise<void> {
    if (this.authors.get(key)?.pool.isBusy === false) await this.retire(key);
  }

  private async retire(key: string): Promise<void> {
    const entry = this.authors.get(key);
    clearTimeout(entry?.timer);
    this.authors.delete(key);
    await entry?.pool.close();
  }
}
