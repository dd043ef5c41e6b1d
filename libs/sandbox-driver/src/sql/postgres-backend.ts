import { readFileSync } from 'node:fs';
import type { Client } from 'pg';

const PAGE_BYTES = 4096;
const TICK_MS = 10;

/**
 * The server process (backend) behind one connection. It is measured from outside through /proc, because the session is
 * under the candidate's control.
 */
export class Backend {
  private readonly cpuMsBefore: number;
  private lastCpuMs = 0;

  private constructor(private readonly pid: number) {
    this.cpuMsBefore = readCpuMs(pid) ?? 0;
  }

  /**
   * Finds the backend by its pid inside the jail, among the youngest children of the postmaster; undefined if /proc
   * hides it.
   */
  static find(serverPid: number, pidInside: number): Backend | undefined {
    const pid = childrenOf(serverPid).findLast((child) => innermostPid(child) === pidInside);
    return pid === undefined ? undefined : new Backend(pid);
  }

  /** Its address space, most of which is shared with the server. */
  get addressBytes(): number {
    return Number(read(`/proc/${this.pid}/statm`).split(' ')[0]) * PAGE_BYTES;
  }

  /** CPU time since `find`, rounded to 0.1 ms; after the backend has exited, the last value read. */
  cpuMs(): number {
    const now = readCpuMs(this.pid);
    if (now !== undefined) this.lastCpuMs = Math.round((now - this.cpuMsBefore) * 10) / 10;
    return this.lastCpuMs;
  }

  /** Peak private memory: the peak resident set less the file and shared pages. */
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

/** Pids of the children of a process, oldest first. */
export function childrenOf(pid: number): readonly number[] {
  return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

/** The pid of a process in its innermost PID namespace. */
function innermostPid(pid: number): number {
  return Number(/^NSpid:.*\t(\d+)$/m.exec(read(`/proc/${pid}/status`))?.[1]);
}

/** From schedstat in nanoseconds, or from stat in ticks of 10 ms if the kernel has no schedstat. */
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
