import type { Socket } from 'node:net';
import type { Limits } from '@holdout/sandbox';
import { parseAnswer } from '@holdout/sandbox';
import type { Cgroup, CgroupUsage } from '../cgroups/cgroups';
import { FrameReader, encodeFrame } from './frames';

/** How a child ended, as seen by its zygote. */
export type ChildExit = {
  readonly signal: number | null;
  readonly code: number | null;
  readonly cpuMs: number;
  /** Null for a child that was killed after its answer: then only a cgroup knows its peak. */
  readonly residentBytes: number | null;
};

/** Why we killed a box. */
export type Stop = 'wall' | 'output' | 'aborted';

/** Everything that was observed of one run. */
export type BoxOutcome = {
  /** Absent if the zygote exited, and its children with it. */
  readonly exit: ChildExit | undefined;
  /** Why `exit` is absent: the reason of the zygote's exit. */
  readonly lostReason: string;
  readonly frame: Buffer | undefined;
  /** Why we killed the box, unless it was because it had answered. */
  readonly stopped: Stop | undefined;
  readonly usage: CgroupUsage | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
};

/** Operations on a child that only its parent, the zygote, can do. */
export type BoxControl = {
  kill(): void;
  /** Limits the CPU time of the child since its fork. */
  limitCpu(ms: number): void;
  /** Kills the zygote itself, because it ignored a kill order. */
  killZygote(): void;
};

/** The sockets of a box: stdout, stderr, and framed messages. */
export type Channel = 'out' | 'err' | 'answer';

const READY_MAX_BYTES = 4096;

/** One forked child, parked until it gets the only program that it runs. */
export class Box {
  readonly ready: Promise<void>;
  /** Settles when all output has arrived and either the exit is known, or the answer and its CPU time are. */
  readonly ended: Promise<void>;
  private becomeReady!: () => void;
  private failReady!: (reason: Error) => void;
  private end!: () => void;
  private frames = new FrameReader(READY_MAX_BYTES);
  private readonly sockets = new Map<Channel, Socket>();
  private readonly written: Record<'out' | 'err', Buffer[]> = { out: [], err: [] };
  private readonly bytes: Record<'out' | 'err', number> = { out: 0, err: 0 };
  private maxBytes = READY_MAX_BYTES;
  private readonly open = new Set<Channel>();
  private exited = false;
  /**
   * CPU time spent on becoming ready, as the harness reports before it has a program. It is more than many programs
   * use, and is subtracted.
   */
  private readyCpuMs: number | undefined;
  private exit: ChildExit | undefined;
  private frame: Buffer | undefined;
  private stopped: Stop | undefined;
  private lostReason = '';
  private usage: CgroupUsage | undefined;
  private killing: NodeJS.Timeout | undefined;

  constructor(
    readonly id: string,
    private readonly cgroup: Cgroup | undefined,
    private readonly control: BoxControl,
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
    return !this.exited;
  }

  attach(channel: Channel, socket: Socket, rest: Buffer): void {
    this.sockets.set(channel, socket);
    this.open.add(channel);
    socket.on('error', () => undefined);
    const close = (): void => {
      this.open.delete(channel);
      this.endIfComplete();
    };
    socket.on('end', close).on('close', close);
    const listen = (chunk: Buffer): void => (channel === 'answer' ? this.onData(chunk) : this.collect(channel, chunk));
    socket.on('data', listen);
    if (rest.length > 0) listen(rest);
  }

  /**
   * Called by the zygote when it has stopped a child, before it kills it. If the child has answered, nothing more is
   * needed from it.
   */
  onStopped(cpuMs: number): void {
    if (this.frame === undefined || this.exit !== undefined) return;
    this.usage = this.cgroup?.usage();
    this.exit = { signal: null, code: null, cpuMs, residentBytes: null };
    this.endIfComplete();
  }

  /** Called by the zygote when the child has exited. */
  onExit(exit: ChildExit): void {
    this.exit ??= exit;
    this.release();
    this.endIfComplete();
  }

  /** Called when the zygote has exited: no exit and no output will follow. */
  onZygoteExit(reason: string): void {
    this.lostReason = reason;
    this.release();
    for (const socket of this.sockets.values()) socket.destroy();
    this.endIfComplete();
  }

  private release(): void {
    this.exited = true;
    clearTimeout(this.killing);
    this.usage ??= this.cgroup?.usage();
    void this.cgroup?.remove();
    this.failReady(new Error(`a box exited before it was ready: ${this.text('err').trim() || 'nothing on stderr'}`));
  }

  async run(job: unknown, limits: Limits, signal: AbortSignal): Promise<BoxOutcome> {
    const startedAt = performance.now();
    this.maxBytes = limits.outputBytes;
    this.frames = new FrameReader(limits.outputBytes);
    this.cgroup?.limitMemory(limits.memoryBytes);
    const timer = setTimeout(() => this.stop('wall'), limits.wallMs);
    const abort = (): void => this.stop('aborted');
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    this.sockets.get('answer')?.write(encodeFrame(job));
    this.control.limitCpu(limits.cpuMs + (this.readyCpuMs ?? 0));
    await this.ended;
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    return this.outcome(performance.now() - startedAt);
  }

  /** Kills a box that will not be used. */
  discard(): void {
    if (this.frame === undefined && this.stopped === undefined) this.kill();
  }

  private rejectReady(reason: string): void {
    this.failReady(new Error(reason));
    this.kill();
  }

  /** A zygote that hangs does not execute the order, so after a timeout the zygote is killed. */
  private kill(): void {
    if (this.exited || this.killing) return;
    this.control.kill();
    this.killing = setTimeout(() => this.control.killZygote(), this.killMs);
  }

  private onData(chunk: Buffer): void {
    if (this.frame !== undefined || this.stopped !== undefined) return;
    const frames = this.frames.push(chunk);
    if (frames === 'tooLarge') this.stop('output');
    else if (frames[0] !== undefined) this.onFrame(frames[0]);
  }

  /** The first frame says that the box is ready, the second is the answer. The box is killed on its answer. */
  private onFrame(frame: Buffer): void {
    if (this.readyCpuMs === undefined) {
      this.onReady(frame);
      return;
    }
    this.frame = frame;
    this.kill();
  }

  private onReady(frame: Buffer): void {
    const message = parseAnswer(frame) as { readonly cpuMs?: unknown } | undefined;
    if (typeof message?.cpuMs !== 'number') {
      this.rejectReady('a box sent an unreadable ready message');
      return;
    }
    this.readyCpuMs = message.cpuMs;
    this.becomeReady();
  }

  private collect(channel: 'out' | 'err', chunk: Buffer): void {
    const room = this.maxBytes - this.bytes[channel];
    this.bytes[channel] += chunk.length;
    if (room > 0) this.written[channel].push(chunk.subarray(0, room));
    if (chunk.length > room) this.stop('output');
  }

  private stop(reason: Stop): void {
    if (this.stopped !== undefined) return;
    // Output printed before the answer may arrive after it, and still counts.
    if (this.frame !== undefined && reason !== 'output') return;
    this.stopped = reason;
    if (this.frame === undefined) this.kill();
  }

  private endIfComplete(): void {
    const outputEnded = !this.open.has('out') && !this.open.has('err');
    const answered = this.frame !== undefined && this.exit !== undefined;
    if (outputEnded && (answered || (this.exited && !this.open.has('answer')))) this.end();
  }

  private outcome(wallMs: number): BoxOutcome {
    const { frame, lostReason, stopped, usage } = this;
    const exit = this.exit && { ...this.exit, cpuMs: programCpuMs(this.exit.cpuMs, this.readyCpuMs) };
    return { exit, lostReason, frame, stopped, usage, stdout: this.text('out'), stderr: this.text('err'), wallMs };
  }

  private text(channel: 'out' | 'err'): string {
    return Buffer.concat(this.written[channel]).toString('utf8');
  }
}

function programCpuMs(cpuMs: number, readyCpuMs: number | undefined): number {
  return Math.round(Math.max(0, cpuMs - (readyCpuMs ?? 0)) * 10) / 10;
}
