import type { Socket } from 'node:net';
import type { Limits } from '@holdout/sandbox';
import { parseAnswer } from './answer-frame';
import type { Cgroup, CgroupUsage } from '../cgroups/cgroups';
import { FrameReader, encodeFrame } from './frames';

/** How a child ended, as its zygote saw it. */
export type ChildExit = {
  readonly signal: number | null;
  readonly code: number | null;
  readonly cpuMs: number;
  /** Absent for one that was ended on its answer: then only a control group knows. */
  readonly residentBytes: number | null;
};

export type Stop = 'wall' | 'output' | 'aborted';

export type BoxOutcome = {
  /** Absent when the zygote died with its children. */
  readonly exit: ChildExit | undefined;
  /** Why there is no exit: what ended the zygote. */
  readonly lostWith: string;
  readonly frame: Buffer | undefined;
  /** Why we killed it, if we did for a reason other than its having answered. */
  readonly stopped: Stop | undefined;
  readonly usage: CgroupUsage | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
};

/** What only the zygote can do to its child. */
export type BoxKeeper = {
  kill(): void;
  limitCpu(seconds: number): void;
  /** Gives up the zygote itself, which does not do as it is told. */
  lose(): void;
};

export type Channel = 'out' | 'err' | 'answer';

const READY_CAP_BYTES = 4096;

/** One child, parked until it gets its only program. */
export class Box {
  readonly ready: Promise<void>;
  /** Settles when all that the box wrote has arrived, and its end is known or its answer and its time are. */
  readonly ended: Promise<void>;
  private becomeReady!: () => void;
  private failReady!: (reason: Error) => void;
  private end!: () => void;
  private frames = new FrameReader(READY_CAP_BYTES);
  private readonly sockets = new Map<Channel, Socket>();
  private readonly written: Record<'out' | 'err', Buffer[]> = { out: [], err: [] };
  private readonly bytes: Record<'out' | 'err', number> = { out: 0, err: 0 };
  private capBytes = READY_CAP_BYTES;
  private readonly open = new Set<Channel>();
  private gone = false;
  /** What becoming a box took, as the harness says before it has any program: more than many programs take. */
  private cpuMsBefore: number | undefined;
  private exit: ChildExit | undefined;
  private frame: Buffer | undefined;
  private stopped: Stop | undefined;
  private lostWith = '';
  private usage: CgroupUsage | undefined;
  private killing: NodeJS.Timeout | undefined;

  constructor(
    readonly id: string,
    private readonly cgroup: Cgroup | undefined,
    private readonly keeper: BoxKeeper,
    private readonly killMs: number,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.becomeReady = resolve;
      this.failReady = reject;
    });
    this.ready.catch(() => undefined);
    this.ended = new Promise((resolve) => (this.end = resolve));
  }

  get isAlive(): boolean {
    return !this.gone;
  }

  attach(channel: Channel, socket: Socket, rest: Buffer): void {
    this.sockets.set(channel, socket);
    this.open.add(channel);
    socket.on('error', () => undefined);
    const close = (): void => {
      this.open.delete(channel);
      this.settle();
    };
    socket.on('end', close).on('close', close);
    const listen = (chunk: Buffer): void => (channel === 'answer' ? this.hear(chunk) : this.collect(channel, chunk));
    socket.on('data', listen);
    if (rest.length > 0) listen(rest);
  }

  /** Told by the zygote before it ends a child: of an answer no more is needed to be known. */
  hasStopped(cpuMs: number): void {
    if (this.frame === undefined || this.exit !== undefined) return;
    this.usage = this.cgroup?.usage();
    this.exit = { signal: null, code: null, cpuMs, residentBytes: null };
    this.settle();
  }

  /** Told by the zygote. */
  died(exit: ChildExit): void {
    this.exit ??= exit;
    this.leave();
    this.settle();
  }

  /** The zygote itself has died, and of what: no exit will be told, and nothing more comes. */
  lost(why: string): void {
    this.lostWith = why;
    this.leave();
    for (const socket of this.sockets.values()) socket.destroy();
    this.settle();
  }

  private leave(): void {
    this.gone = true;
    clearTimeout(this.killing);
    this.usage ??= this.cgroup?.usage();
    void this.cgroup?.remove();
    this.failReady(new Error(`a box died before it was ready: ${this.text('err').trim() || 'no reason given'}`));
  }

  async run(job: unknown, limits: Limits, signal: AbortSignal): Promise<BoxOutcome> {
    const startedAt = performance.now();
    this.capBytes = limits.outputBytes;
    this.frames = new FrameReader(limits.outputBytes);
    this.cgroup?.limitMemory(limits.memoryBytes);
    const timer = setTimeout(() => this.stop('wall'), limits.wallMs);
    const abort = (): void => this.stop('aborted');
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    this.sockets.get('answer')?.write(encodeFrame(job));
    this.keeper.limitCpu(Math.max(1, Math.ceil(limits.cpuMs / 1000)));
    await this.ended;
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    return this.outcome(performance.now() - startedAt);
  }

  /** Ends a box that nobody will use. */
  discard(): void {
    if (this.frame === undefined && this.stopped === undefined) this.kill();
  }

  private giveUp(reason: string): void {
    this.failReady(new Error(`a box was given up: ${reason}`));
    this.kill();
  }

  /** Whoever waits for its end must not wait for ever on a zygote that no longer listens. */
  private kill(): void {
    if (this.gone || this.killing) return;
    this.keeper.kill();
    this.killing = setTimeout(() => this.keeper.lose(), this.killMs);
  }

  private hear(chunk: Buffer): void {
    if (this.frame !== undefined || this.stopped !== undefined) return;
    const frames = this.frames.push(chunk);
    if (frames === 'tooLarge') this.stop('output');
    else if (frames[0] !== undefined) this.take(frames[0]);
  }

  /** The first frame says that the box is ready, the second is the answer, on which the box is ended. */
  private take(frame: Buffer): void {
    if (this.cpuMsBefore === undefined) {
      this.park(frame);
      return;
    }
    this.frame = frame;
    this.kill();
  }

  private park(frame: Buffer): void {
    const said = parseAnswer(frame) as { readonly cpuMs?: unknown } | undefined;
    if (typeof said?.cpuMs !== 'number') {
      this.giveUp('what it said of itself could not be read');
      return;
    }
    this.cpuMsBefore = said.cpuMs;
    this.becomeReady();
  }

  private collect(channel: 'out' | 'err', chunk: Buffer): void {
    const room = this.capBytes - this.bytes[channel];
    this.bytes[channel] += chunk.length;
    if (room > 0) this.written[channel].push(chunk.subarray(0, room));
    if (chunk.length > room) this.stop('output');
  }

  private stop(why: Stop): void {
    if (this.stopped !== undefined) return;
    // What was printed before the answer may arrive after it, and counts all the same.
    if (this.frame !== undefined && why !== 'output') return;
    this.stopped = why;
    if (this.frame === undefined) this.kill();
  }

  private settle(): void {
    const isSilent = !this.open.has('out') && !this.open.has('err');
    const isAnswered = this.frame !== undefined && this.exit !== undefined;
    if (isSilent && (isAnswered || (this.gone && !this.open.has('answer')))) this.end();
  }

  private outcome(wallMs: number): BoxOutcome {
    const { frame, lostWith, stopped, usage } = this;
    const exit = this.exit && { ...this.exit, cpuMs: programCpuMs(this.exit.cpuMs, this.cpuMsBefore) };
    return { exit, lostWith, frame, stopped, usage, stdout: this.text('out'), stderr: this.text('err'), wallMs };
  }

  private text(channel: 'out' | 'err'): string {
    return Buffer.concat(this.written[channel]).toString('utf8');
  }
}

function programCpuMs(cpuMs: number, before: number | undefined): number {
  return Math.round(Math.max(0, cpuMs - (before ?? 0)) * 10) / 10;
}
