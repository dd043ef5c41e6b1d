import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { DatasetMount } from '@holdout/sandbox';
import { parseAnswer } from './answer-frame';
import { Box } from './box';
import type { BoxKeeper, ChildExit } from './box';
import type { Cgroups } from '../cgroups/cgroups';
import { ChannelServer } from './channel-server';
import { endProcess } from '../machine/end-process';
import { FrameReader, encodeFrame } from './frames';
import { isRoot } from '../options';
import type { BoxProfile, Lifetime, ResolvedOptions } from '../options';
import { makeSocketFolder } from '../machine/sweep';

export type ZygoteKind = {
  readonly profile: BoxProfile;
  readonly withDatasets: boolean;
  readonly datasets: readonly DatasetMount[];
  readonly node?: NodeStart;
};

/** What Node must know before it starts, so that a parked one is of use to some programs only. */
export type NodeStart = { readonly memoryBytes: number; readonly readsTypeScript: boolean };

type ZygoteEvent =
  | { readonly event: 'ready'; readonly versions: Readonly<Record<string, string>> }
  | { readonly event: 'stopped'; readonly id: string; readonly cpuMs: number }
  | ({ readonly event: 'exit'; readonly id: string } & ChildExit);

const PYTHON = '/usr/bin/python3';
const EVENT_CAP_BYTES = 1 << 20;
const LONGEST_COMPLAINT = 4000;
/** Until a program brings its own limit. */
const PARKED_BYTES = 256 * 1024 * 1024;
const PARKED_PROCESSES = 24;

/** A warm process of one language that forks a box when asked. It dies with us, and its boxes with it. */
export class Zygote {
  readonly ready: Promise<void>;
  readonly died: Promise<void>;
  versions: Readonly<Record<string, string>> = {};
  private becomeReady!: () => void;
  private failReady!: (reason: Error) => void;
  private readonly boxes = new Map<string, Box>();
  private readonly startedAt = performance.now();
  private spawned = 0;
  private isDead = false;
  private isRetired = false;
  private complaint = '';

  private constructor(
    private readonly process: ChildProcess,
    private readonly channels: ChannelServer,
    private readonly cgroups: Cgroups,
    private readonly folder: string,
    private readonly killMs: number,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.becomeReady = resolve;
      this.failReady = reject;
    });
    this.ready.catch(() => undefined);
    this.died = new Promise<void>((resolve) => process.once('close', () => resolve())).then(() => this.bury());
    process.once('error', (error) => this.failReady(error));
    process.stdin?.on('error', () => undefined);
    process.stderr?.on('data', (chunk: Buffer) => this.note(chunk));
    const frames = new FrameReader(EVENT_CAP_BYTES);
    process.stdout?.on('data', (chunk: Buffer) => this.hear(frames.push(chunk)));
  }

  static async start(kind: ZygoteKind, options: ResolvedOptions, cgroups: Cgroups): Promise<Zygote> {
    const folder = makeSocketFolder(options.scratchDir);
    const owner = isRoot() ? options.unprivileged : undefined;
    const channels = await ChannelServer.listen(`${folder}/s`, owner);
    const child = spawn(PYTHON, ['-I', `${options.boxDir}/zygote.py`], { stdio: 'pipe', env: THREADS, cwd: '/' });
    const zygote = new Zygote(child, channels, cgroups, folder, options.timeouts.killMs);
    zygote.order({
      ...kind,
      ...options.unprivileged,
      root: `${folder}/root`,
      sockets: folder,
      cgroups: cgroups.folders,
      nodeBinary: options.nodeBinary,
    });
    return zygote;
  }

  get isAlive(): boolean {
    return !this.isDead;
  }

  /** The last it complained of, or why we ended it. */
  get lastWords(): string {
    return this.complaint.trim().split('\n').at(-1) ?? '';
  }

  /** Whether the box is one of its own, and has not ended. */
  has(box: Box): boolean {
    return this.boxes.get(box.id) === box;
  }

  hasServed({ boxes, ms }: Lifetime): boolean {
    return this.spawned >= boxes || performance.now() - this.startedAt >= ms;
  }

  /** A new box, not ready yet. */
  spawn(): Box {
    this.spawned += 1;
    const id = `${this.folder.split('-').at(-1) ?? ''}-${this.spawned}`;
    const token = randomBytes(16).toString('hex');
    const cgroup = this.cgroups.make(id, { memoryBytes: PARKED_BYTES, processes: PARKED_PROCESSES });
    const keeper: BoxKeeper = {
      kill: () => this.order({ op: 'kill', id }),
      limitCpu: (cpuSeconds) => this.order({ op: 'limit', id, cpuSeconds }),
      lose: () => this.end(`it did not end box ${id} within ${this.killMs / 1000} s`),
    };
    const box = new Box(id, cgroup, keeper, this.killMs);
    this.boxes.set(id, box);
    this.channels.expect(token, box);
    this.order({ op: 'spawn', id, token });
    return box;
  }

  /** Ends it and every box it has; a box in use ends as if the machine had failed. */
  async close(): Promise<void> {
    await endProcess(this.process, this.died);
  }

  /** Makes no more boxes, and ends with the last it has. */
  retire(): void {
    this.isRetired = true;
    if (this.boxes.size === 0) void this.close();
  }

  /** By force, for one that no longer listens; its boxes go with it. */
  end(reason: string): void {
    this.note(Buffer.from(`\n${reason}\n`));
    this.process.kill('SIGKILL');
  }

  private order(message: unknown): void {
    if (this.process.stdin?.writable) this.process.stdin.write(encodeFrame(message));
  }

  private note(chunk: Buffer): void {
    this.complaint = (this.complaint + chunk.toString('utf8')).slice(-LONGEST_COMPLAINT);
  }

  private hear(frames: readonly Buffer[] | 'tooLarge'): void {
    if (frames === 'tooLarge') {
      this.end('it said too much at once');
      return;
    }
    for (const frame of frames) {
      const event = parseAnswer(frame) as ZygoteEvent | undefined;
      if (event === undefined) {
        this.end('what it said could not be read');
        return;
      }
      this.obey(event);
    }
  }

  private obey(event: ZygoteEvent): void {
    switch (event.event) {
      case 'ready':
        this.versions = event.versions;
        this.becomeReady();
        return;
      case 'stopped':
        this.boxes.get(event.id)?.hasStopped(event.cpuMs);
        return;
      case 'exit':
        this.boxes.get(event.id)?.died(event);
        this.boxes.delete(event.id);
        if (this.isRetired && this.boxes.size === 0) void this.close();
    }
  }

  private bury(): void {
    this.isDead = true;
    this.failReady(new Error(`the zygote did not start: ${this.lastWords}`));
    for (const box of this.boxes.values()) box.lost(this.lastWords);
    this.boxes.clear();
    this.channels.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Read by the numeric libraries when they load, so it is set before the first import. Nothing else of ours goes in. */
const THREADS = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
