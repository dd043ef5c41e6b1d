import { readFileSync } from 'node:fs';
import type { Client } from 'pg';

const PAGE_BYTES = 4096;
const TICK_MS = 10;

/**
 * The server's process behind one connection, measured from outside, where it has a number of its own: a session cannot
 * be asked what it took, because it is the candidate's.
 */
export class Backend {
  private readonly cpuMsBefore: number;
  private lastCpuMs = 0;

  private constructor(private readonly pid: number) {
    this.cpuMsBefore = readCpuMs(pid) ?? 0;
  }

  /** The one that the server numbers so, among the youngest children of its main process; none where /proc hides it. */
  static find(serverPid: number, numberInside: number): Backend | undefined {
    const pid = childrenOf(serverPid).findLast((child) => innermostNumber(child) === numberInside);
    return pid === undefined ? undefined : new Backend(pid);
  }

  /** What it has reserved, of which most is shared with the server. */
  get addressBytes(): number {
    return Number(read(`/proc/${this.pid}/statm`).split(' ')[0]) * PAGE_BYTES;
  }

  /** Processor time since it was found, in tenths of a millisecond; the last that was seen once it has ended. */
  cpuMs(): number {
    const now = readCpuMs(this.pid);
    if (now !== undefined) this.lastCpuMs = Math.round((now - this.cpuMsBefore) * 10) / 10;
    return this.lastCpuMs;
  }

  /** The most memory that it held by itself: its peak, less the pages that it shares with the server. */
  peakBytes(): number | null {
    const status = read(`/proc/${this.pid}/status`);
    const [peak, files, shared] = ['VmHWM', 'RssFile', 'RssShmem'].map((name) => kilobytesOf(status, name));
    if (peak === undefined) return null;
    return Math.max(0, peak - (files ?? 0) - (shared ?? 0)) * 1024;
  }
}

/** The process id of a connection's backend, in the PID namespace of the server. */
export function pidOf(client: Client): number {
  return (client as unknown as { readonly processID: number }).processID;
}

/** The children of a process, oldest first. */
export function childrenOf(pid: number): readonly number[] {
  return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

/** What a process is called in the innermost namespace that it is in. */
function innermostNumber(pid: number): number {
  return Number(/^NSpid:.*\t(\d+)$/m.exec(read(`/proc/${pid}/status`))?.[1]);
}

/** In nanoseconds from the scheduler, or in hundredths of a second where it keeps no such account. */
function readCpuMs(pid: number): number | undefined {
  const [nanoseconds] = read(`/proc/${pid}/schedstat`).split(' ');
  if (nanoseconds) return Number(nanoseconds) / 1e6;
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function kilobytesOf(status: string, name: string): number | undefined {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
