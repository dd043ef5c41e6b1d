import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessList } from './left-overs';
import { openLog } from './log-file';
import { end, markOf } from './process-mark';
import type { ProgramUser } from './program-users';
import { SOURCE_MAPS } from './source-maps';

export type Program = {
  readonly name: string;
  readonly script: string;
  readonly workspace: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Null for the user of this process. */
  readonly user?: ProgramUser | null;
  /** Each start waits for it. */
  readonly mayStart?: () => Promise<unknown>;
  /** Called with the id of each process that is started. */
  readonly onStart?: ((pid: number) => void) | null;
};

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A start takes some seconds of processor time; a program that ran for longer than this does not crash as it starts. */
const SETTLED_MS = 15_000;
const STOP_TIMEOUT_MS = 20_000;

/** The back-off before a restart: doubled after each exit within 15 s of the start, up to 30 s. */
export function nextWait(previousMs: number, livedMs: number): number {
  return livedMs > SETTLED_MS ? FIRST_WAIT_MS : Math.min(previousMs * 2, LONGEST_WAIT_MS);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Runs a program of the product and restarts it when it exits, until stopped. */
export class Supervised {
  private child: ChildProcess | null = null;
  private waitMs = FIRST_WAIT_MS / 2;
  private readonly stopping = new AbortController();
  private readonly stopped = untilAborted(this.stopping.signal);
  private ended: Promise<void> = Promise.resolve();
  private isRestarting = false;
  /** The number of unexpected exits. */
  exits = 0;

  constructor(
    private readonly program: Program,
    private readonly processes: ProcessList,
    private readonly onExit: (program: Program) => void,
  ) {}

  get name(): string {
    return this.program.name;
  }

  start(): void {
    this.ended = this.keepRunning();
  }

  /** Ends the program so that it is started again without a back-off. */
  restart(): void {
    this.isRestarting = this.child?.kill('SIGTERM') ?? false;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const mark = this.child?.pid === undefined ? null : markOf(this.child.pid);
    if (mark) await end(mark, STOP_TIMEOUT_MS);
    await this.ended;
    this.processes.forget(this.program.name);
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      if (this.program.mayStart) await Promise.race([this.program.mayStart(), this.stopped]);
      if (signal.aborted) return;
      const began = performance.now();
      await this.runOnce();
      if (signal.aborted) return;
      if (this.isRestarting) {
        this.isRestarting = false;
        continue;
      }
      this.exits += 1;
      this.onExit(this.program);
      this.waitMs = nextWait(this.waitMs, performance.now() - began);
      await pause(this.waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /**
   * Starts it in its own process group, so that Ctrl-C reaches only the launcher, which stops programs in order; with an
   * IPC channel, which closes when the launcher exits, so that the child can exit too.
   */
  private runOnce(): Promise<void> {
    const { script, workspace, environment, logFile, name, user, onStart } = this.program;
    const log = openLog(logFile);
    const child = spawn(process.execPath, [...SOURCE_MAPS, script], {
      cwd: workspace,
      env: environment,
      detached: true,
      stdio: ['pipe', log, log, 'ipc'],
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    closeSync(log);
    this.child = child;
    if (child.pid !== undefined) {
      this.processes.remember(name, child.pid);
      onStart?.(child.pid);
    }
    return new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    });
  }
}
