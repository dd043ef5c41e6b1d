import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { DatasetMount } from '@holdout/sandbox';
import { parseAnswer } from '@holdout/sandbox';
import { Box } from './box';
import type { BoxControl, ChildExit } from './box';
import type { Cgroups } from '../cgroups/cgroups';
import { ChannelServer } from './channel-server';
import { endProcess } from '../machine/end-process';
import { FrameReader, encodeFrame } from './frames';
import { isRoot } from '../options';
import type { BoxProfile, Lifetime, ResolvedOptions } from '../options';
import { makeSocketFolder } from '../machine/sweep';

/** What a zygote is started for. */
export type ZygoteKind = {
  readonly profile: BoxProfile;
  readonly withDatasets: boolean;
  readonly datasets: readonly DatasetMount[];
  readonly node?: NodeStart;
};

/** Settings that Node needs at start, so that a parked box suits only programs with the same ones. */
export type NodeStart = { readonly memoryBytes: number; readonly readsTypeScript: boolean };

type ZygoteEvent =
  | { readonly event: 'ready'; readonly versions: Readonly<Record<string, string>> }
  | { readonly event: 'stopped'; readonly id: string; readonly cpuMs: number }
  | ({ readonly event: 'exit'; readonly id: string } & ChildExit);

const PYTHON = '/usr/bin/python3';
/** Executes a file without its path in the names of its code: a program can print the frames of the zygote. */
const START = 'import sys; exec(compile(open(sys.argv[1]).read(), "box/zygote.py", "exec"))';
const EVENT_MAX_BYTES = 1 << 20;
const MAX_STDERR_CHARS = 4000;
/** Limits until the program's own are set. */
const PARKED_BYTES = 256 * 1024 * 1024;
const PARKED_PROCESSES = 24;

/** A warm process of one language that forks a box on order. It and its boxes are killed when this process exits. */
export class Zygote {
  readonly ready: Promise<void>;
  readonly exited: Promise<void>;
  versions: Readonly<Record<string, string>> = {};
  private becomeReady!: () => void;
  private failReady!: (reason: Error) => void;
  private readonly boxes = new Map<string, Box>();
  private readonly startedAt = performance.now();
  private spawned = 0;
  private hasExited = false;
  private isRetired = false;
  private stderrTail = '';

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
    this.exited = new Promise<void>((resolve) => process.once('close', () => resolve())).then(() => this.onExit());
    process.once('error', (error) => this.failReady(error));
    process.stdin?.on('error', () => undefined);
    process.stderr?.on('data', (chunk: Buffer) => this.appendStderr(chunk));
    const frames = new FrameReader(EVENT_MAX_BYTES);
    process.stdout?.on('data', (chunk: Buffer) => this.onFrames(frames.push(chunk)));
  }

  static async start(kind: ZygoteKind, options: ResolvedOptions, cgroups: Cgroups): Promise<Zygote> {
    const folder = makeSocketFolder(options.scratchDir);
    const owner = isRoot() ? options.unprivileged : undefined;
    const channels = await ChannelServer.listen(`${folder}/s`, owner).catch((error: unknown) => {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    });
    const program = ['-I', '-c', START, `${options.boxDir}/zygote.py`];
    const child = spawn(PYTHON, program, { stdio: 'pipe', env: ENVIRONMENT, cwd: '/' });
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
    return !this.hasExited;
  }

  /** The last line of its stderr, or why we killed it. */
  get lastError(): string {
    return this.stderrTail.trim().split('\n').at(-1) ?? '';
  }

  /** Whether the box is a running child of this zygote. */
  has(box: Box): boolean {
    return this.boxes.get(box.id) === box;
  }

  hasServed({ boxes, ms }: Lifetime): boolean {
    return this.spawned >= boxes || performance.now() - this.startedAt >= ms;
  }

  /** Orders a new box; it is not ready yet. */
  spawn(): Box {
    this.spawned += 1;
    const id = `${this.folder.split('-').at(-1) ?? ''}-${this.spawned}`;
    const token = randomBytes(16).toString('hex');
    const cgroup = this.cgroups.make(id, { memoryBytes: PARKED_BYTES, processes: PARKED_PROCESSES });
    const control: BoxControl = {
      kill: () => this.order({ op: 'kill', id }),
      limitCpu: (cpuMs) => this.order({ op: 'limit', id, cpuMs }),
      killZygote: () => this.end(`it did not kill box ${id} within ${this.killMs / 1000} s`),
    };
    const box = new Box(id, cgroup, control, this.killMs);
    this.boxes.set(id, box);
    this.channels.expect(token, box);
    this.order({ op: 'spawn', id, token });
    return box;
  }

  /** Stops it and all its boxes; a box in use ends as sandboxFailed. */
  async close(): Promise<void> {
    await endProcess(this.process, this.exited);
  }

  /** Forks no more boxes, and stops after the last of them has exited. */
  retire(): void {
    this.isRetired = true;
    if (this.boxes.size === 0) void this.close();
  }

  /** Sends SIGKILL to a zygote that no longer responds; its boxes exit with it. */
  end(reason: string): void {
    this.appendStderr(Buffer.from(`\n${reason}\n`));
    this.process.kill('SIGKILL');
  }

  private order(message: unknown): void {
    if (this.process.stdin?.writable) this.process.stdin.write(encodeFrame(message));
  }

  private appendStderr(chunk: Buffer): void {
    this.stderrTail = (this.stderrTail + chunk.toString('utf8')).slice(-MAX_STDERR_CHARS);
  }

  private onFrames(frames: readonly Buffer[] | 'tooLarge'): void {
    if (frames === 'tooLarge') {
      this.end('it sent a message over the size limit');
      return;
    }
    for (const frame of frames) {
      const event = parseAnswer(frame) as ZygoteEvent | undefined;
      if (event === undefined) {
        this.end('it sent an unreadable message');
        return;
      }
      this.onEvent(event);
    }
  }

  private onEvent(event: ZygoteEvent): void {
    switch (event.event) {
      case 'ready':
        this.versions = event.versions;
        this.becomeReady();
        return;
      case 'stopped':
        this.boxes.get(event.id)?.onStopped(event.cpuMs);
        return;
      case 'exit':
        this.boxes.get(event.id)?.onExit(event);
        this.boxes.delete(event.id);
        if (this.isRetired && this.boxes.size === 0) void this.close();
    }
  }

  private onExit(): void {
    this.hasExited = true;
    this.failReady(new Error(`the zygote did not start: ${this.lastError}`));
    for (const box of this.boxes.values()) box.onZygoteExit(this.lastError);
    this.boxes.clear();
    this.channels.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The numeric libraries read these at import. The environment contains nothing else of this process. */
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', OPENBLAS_NUM_ENVIRONMENT: '1', OMP_NUM_ENVIRONMENT: '1' };
