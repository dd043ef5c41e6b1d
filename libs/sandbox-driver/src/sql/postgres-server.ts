import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Backend, childrenOf, pidOf } from './postgres-backend';
import type { Cgroup, Cgroups } from '../cgroups/cgroups';
import { endProcess } from '../machine/end-process';
import { encodeFrame } from '../zygote/frames';
import { isRoot } from '../options';
import type { ResolvedOptions } from '../options';
import { makeSocketFolder } from '../machine/sweep';

const PYTHON = '/usr/bin/python3';
const MEGABYTE = 1024 * 1024;
/** The data directory, which is on tmpfs, the shared buffers, and the server's own processes. */
const SERVER_BYTES = 832 * MEGABYTE;
/**
 * What one statement may add. The cgroup limit counts it for every slot, so that concurrent statements cannot get the
 * server OOM-killed.
 */
const STATEMENT_BYTES = 448 * MEGABYTE;
const SERVER_PROCESSES = 64;
/** RLIMIT_AS of one backend. An idle one already has about 200 MB of address space. */
const BACKEND_ADDRESS_BYTES = 640 * MEGABYTE;
const START_MS = 15_000;
const POLL_MS = 25;
const MAX_STDERR_CHARS = 4000;

/**
 * A PostgreSQL server in a jail, reached by a Unix socket that only our user can open. It exits when this process does.
 */
export class PostgresServer {
  readonly exited: Promise<void>;
  private hasExited = false;
  private stderrTail = '';
  private foundPid: number | undefined;

  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly cgroup: Cgroup | undefined,
  ) {
    process.stdin?.on('error', () => undefined);
    process.stderr?.on('data', (chunk: Buffer) => {
      this.stderrTail = (this.stderrTail + chunk.toString('utf8')).slice(-MAX_STDERR_CHARS);
    });
    this.exited = new Promise<void>((resolve) => {
      process.once('error', () => resolve());
      process.once('close', () => resolve());
    }).then(() => this.onExit());
  }

  static async start(options: ResolvedOptions, cgroups: Cgroups): Promise<PostgresServer> {
    const folder = makeSocketFolder(options.scratchDir);
    const sockets = `${folder}/sockets`;
    try {
      mkdirSync(sockets, { mode: 0o700 });
      if (isRoot()) chownSync(sockets, options.unprivileged.uid, options.unprivileged.gid);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    const name = 'postgresql';
    const memoryBytes = SERVER_BYTES + options.maxSql * STATEMENT_BYTES;
    const cgroup = cgroups.make(name, { memoryBytes, processes: SERVER_PROCESSES });
    const child = spawn(PYTHON, ['-I', `${options.boxDir}/server.py`], {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
      cwd: '/',
    });
    const server = new PostgresServer(child, folder, cgroup);
    child.stdin?.write(
      encodeFrame({
        ...options.unprivileged,
        root: `${folder}/root`,
        sockets,
        name,
        cgroups: cgroup ? cgroups.folders : [],
        binaries: options.postgresBinaries,
        addressBytes: BACKEND_ADDRESS_BYTES,
      }),
    );
    await server.waitUntilReady();
    return server;
  }

  get isAlive(): boolean {
    return !this.hasExited;
  }

  async connect(user: string, database: string): Promise<Client> {
    const client = new Client({ host: `${this.folder}/sockets`, port: 5432, user, database });
    // A broken connection rejects its query. Without a listener, the 'error' event would also crash this process.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** The backend of a connection; undefined if /proc hides it. */
  findBackend(client: Client): Backend | undefined {
    return Backend.find(this.mainPid(), pidOf(client));
  }

  /** Allows the backend this much memory beyond its current address space, by RLIMIT_AS. */
  limitMemory(client: Client, backend: Backend | undefined, memoryBytes: number): void {
    if (!backend) return;
    const addressBytes = Math.min(backend.addressBytes + memoryBytes, BACKEND_ADDRESS_BYTES);
    this.process.stdin?.write(encodeFrame({ pid: pidOf(client), addressBytes }));
  }

  async close(): Promise<void> {
    await endProcess(this.process, this.exited);
  }

  private async waitUntilReady(): Promise<void> {
    const deadline = performance.now() + START_MS;
    while (this.isAlive && performance.now() < deadline) {
      const client = await this.connect('holdout', 'postgres').catch(() => undefined);
      if (client) return client.end();
      await pause(POLL_MS);
    }
    await this.close();
    throw new Error(`PostgreSQL did not start: ${this.stderrTail.trim().split('\n').at(-1) ?? ''}`);
  }

  /** The process tree is: launcher (our child), process 1 of the jail, postmaster. */
  private mainPid(): number {
    const launcher = this.process.pid ?? 0;
    this.foundPid ??= childrenOf(childrenOf(launcher)[0] ?? 0)[0];
    return this.foundPid ?? 0;
  }

  private onExit(): void {
    this.hasExited = true;
    void this.cgroup?.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
