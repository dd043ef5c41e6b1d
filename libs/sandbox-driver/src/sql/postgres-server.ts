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
/** The data, which lives in memory, the shared buffers, and what the server itself needs. */
const SERVER_BYTES = 832 * MEGABYTE;
/** The most that one statement may add to it, so that no number of them together takes the server down. */
const STATEMENT_BYTES = 448 * MEGABYTE;
const SERVER_PROCESSES = 64;
/** One backend: an honest one has about 200 MB of address space before it begins. */
const BACKEND_ADDRESS_BYTES = 640 * MEGABYTE;
const START_MS = 15_000;
const LOOK_MS = 25;
const LONGEST_COMPLAINT = 4000;

/** A PostgreSQL server in a jail, reached by a socket that only we can open. It dies with us. */
export class PostgresServer {
  readonly died: Promise<void>;
  private isDead = false;
  private complaint = '';
  private foundPid: number | undefined;

  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly cgroup: Cgroup | undefined,
  ) {
    process.stdin?.on('error', () => undefined);
    process.stderr?.on('data', (chunk: Buffer) => {
      this.complaint = (this.complaint + chunk.toString('utf8')).slice(-LONGEST_COMPLAINT);
    });
    this.died = new Promise<void>((resolve) => {
      process.once('error', () => resolve());
      process.once('close', () => resolve());
    }).then(() => this.bury());
  }

  static async start(options: ResolvedOptions, cgroups: Cgroups): Promise<PostgresServer> {
    const folder = makeSocketFolder(options.scratchDir);
    const sockets = `${folder}/sockets`;
    mkdirSync(sockets, { mode: 0o700 });
    if (isRoot()) chownSync(sockets, options.unprivileged.uid, options.unprivileged.gid);
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
    await server.answering();
    return server;
  }

  get isAlive(): boolean {
    return !this.isDead;
  }

  async connect(user: string, database: string): Promise<Client> {
    const client = new Client({ host: `${this.folder}/sockets`, port: 5432, user, database });
    // A connection that breaks fails its query; without a listener it would end this process too.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** The process behind a connection; none where it cannot be seen. */
  findBackend(client: Client): Backend | undefined {
    return Backend.find(this.mainPid(), pidOf(client));
  }

  /** Lets the process behind a connection have so much memory beyond what it has. */
  limitMemory(client: Client, backend: Backend | undefined, memoryBytes: number): void {
    if (!backend) return;
    const addressBytes = Math.min(backend.addressBytes + memoryBytes, BACKEND_ADDRESS_BYTES);
    this.process.stdin?.write(encodeFrame({ pid: pidOf(client), addressBytes }));
  }

  async close(): Promise<void> {
    await endProcess(this.process, this.died);
  }

  private async answering(): Promise<void> {
    const giveUpAt = performance.now() + START_MS;
    while (this.isAlive && performance.now() < giveUpAt) {
      const client = await this.connect('holdout', 'postgres').catch(() => undefined);
      if (client) return client.end();
      await pause(LOOK_MS);
    }
    await this.close();
    throw new Error(`PostgreSQL did not start: ${this.complaint.trim().split('\n').at(-1) ?? ''}`);
  }

  /** We started the one that waits, which started process 1 of the jail, which started the server. */
  private mainPid(): number {
    const waiting = this.process.pid ?? 0;
    this.foundPid ??= childrenOf(childrenOf(waiting)[0] ?? 0)[0];
    return this.foundPid ?? 0;
  }

  private bury(): void {
    this.isDead = true;
    void this.cgroup?.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
