import type { Client } from 'pg';
import type { End, Limits, Run, SqlProgram } from '@holdout/sandbox';
import { type Backend, pidOf } from './postgres-backend';
import { CappedQuery } from './capped-query';
import type { QueryEnd } from './capped-query';
import type { Dataset, DatasetDatabases, TypeNames } from './dataset-databases';
import type { PostgresServer } from './postgres-server';
import type { Sessions } from './postgres-sessions';

/** A running server with the state that statements share. */
export type SqlService = {
  readonly server: PostgresServer;
  readonly admin: Client;
  readonly databases: DatasetDatabases;
  readonly sessions: Sessions;
  readonly typeNames: TypeNames;
  readonly version: string;
};

/** One statement, and where to run it: the role and the tables. */
export type StatementJob = {
  readonly program: SqlProgram;
  readonly service: SqlService;
  readonly reader: string;
  readonly dataset: Dataset;
  readonly signal: AbortSignal;
};

type Stop = 'wall' | 'cpu' | 'output' | 'aborted';

const MAX_ROWS = 10_000;
/** Bytes on the wire per byte of answer: protocol framing, and a cell that exceeds the cap before it is complete. */
const WIRE_FACTOR = 2;
const WIRE_SLACK_BYTES = 1 << 20;
/** Time between escalations: cancel the query, terminate the backend, stop the server. */
const ESCALATION_MS = 1000;
const POLL_MS = 100;
const QUERY_CANCELED = '57014';
/** out_of_memory; configuration_limit_exceeded, here the size of temporary files, which are on tmpfs. */
const OUT_OF_MEMORY: readonly (string | undefined)[] = ['53200', '53400'];

/** Runs one statement on an unused connection, in a transaction that is never committed. */
export async function runStatement(job: StatementJob): Promise<Run> {
  const startedAt = performance.now();
  const { server, sessions, typeNames } = job.service;
  const { database, types } = job.dataset;
  const { client, backend } = await sessions.take(job.reader, database);
  server.limitMemory(client, backend, job.program.limits.memoryBytes);
  const watchdog = new Watchdog(client, job, backend);
  try {
    const query = new CappedQuery(
      job.program.query,
      { rows: MAX_ROWS, bytes: job.program.limits.outputBytes },
      (oid) => types.get(oid) ?? typeNames.get(oid),
    );
    client.query(query);
    const ended = await query.ended;
    if (ended.kind === 'overOutput') await watchdog.stop('output');
    if (isOver(backend, job.program.limits)) watchdog.stopped ??= 'cpu';
    return { ...runOf(ended, watchdog.stopped, performance.now() - startedAt), ...usageOf(backend) };
  } finally {
    watchdog.end();
    disconnect(client, watchdog.stopped);
    void sessions.park(job.reader, database);
  }
}

/** Enforces wall time, CPU time and output size from outside, because a session can change its own limits. */
class Watchdog {
  stopped: Stop | undefined;
  private readonly pid: number;
  private readonly timers: NodeJS.Timeout[] = [];
  private wireBytes = 0;
  private readonly abort = (): void => void this.stop('aborted');

  constructor(
    private readonly client: Client,
    private readonly job: StatementJob,
    backend: Backend | undefined,
  ) {
    const { limits } = job.program;
    this.pid = pidOf(client);
    this.timers.push(setTimeout(() => void this.stop('wall'), limits.wallMs));
    const checkCpu = (): void => void (isOver(backend, limits) && this.stop('cpu'));
    this.timers.push(setInterval(checkCpu, POLL_MS));
    job.signal.addEventListener('abort', this.abort);
    if (job.signal.aborted) this.abort();
    const maxWireBytes = limits.outputBytes * WIRE_FACTOR + WIRE_SLACK_BYTES;
    streamOf(client).on('data', (chunk: Buffer) => {
      this.wireBytes += chunk.length;
      if (this.wireBytes > maxWireBytes) void this.stop('output');
    });
  }

  /**
   * Cancels the query, then terminates the backend, then stops the server. On too much output the connection is closed
   * at once.
   */
  async stop(why: Stop): Promise<void> {
    if (this.stopped !== undefined) return;
    this.stopped = why;
    if (why === 'output') streamOf(this.client).destroy();
    this.timers.push(setTimeout(() => void this.signalBackend('pg_terminate_backend'), ESCALATION_MS));
    this.timers.push(setTimeout(() => void this.job.service.server.close(), 2 * ESCALATION_MS));
    await this.signalBackend('pg_cancel_backend');
  }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.job.signal.removeEventListener('abort', this.abort);
  }

  private async signalBackend(how: 'pg_cancel_backend' | 'pg_terminate_backend'): Promise<void> {
    await this.job.service.admin.query(`select ${how}($1)`, [this.pid]).catch(() => undefined);
  }
}

function isOver(backend: Backend | undefined, limits: Limits): boolean {
  return backend !== undefined && backend.cpuMs() > limits.cpuMs;
}

function usageOf(backend: Backend | undefined): Pick<Run, 'cpuMs' | 'memoryBytes'> {
  return { cpuMs: backend?.cpuMs() ?? null, memoryBytes: backend?.peakBytes() ?? null };
}

/** Not awaited: the server rolls back the open transaction when the connection closes. */
function disconnect(client: Client, stopped: Stop | undefined): void {
  if (stopped !== undefined) streamOf(client).destroy();
  client.end().catch(() => undefined);
}

function streamOf(client: Client): NodeJS.ReadableStream & { destroy(): void } {
  return (client as unknown as { connection: { stream: NodeJS.ReadableStream & { destroy(): void } } }).connection
    .stream;
}

function runOf(ended: QueryEnd, stopped: Stop | undefined, wallMs: number): Run {
  const end = endOf(ended, stopped);
  const answer = end.kind === 'answered' && ended.kind === 'answered' ? { answer: ended.answer } : {};
  return { end, ...answer, stdout: '', stderr: '', cpuMs: null, wallMs, memoryBytes: null };
}

function endOf(ended: QueryEnd, stopped: Stop | undefined): End {
  if (stopped === 'aborted') return { kind: 'sandboxFailed', reason: 'the run was aborted' };
  if (stopped !== undefined) return { kind: 'overLimit', limit: stopped };
  if (ended.kind === 'connectionLost') return { kind: 'sandboxFailed', reason: ended.reason };
  if (ended.kind === 'overOutput') return { kind: 'overLimit', limit: 'output' };
  const code = 'sqlError' in ended.answer ? ended.answer.sqlError.code : undefined;
  if (OUT_OF_MEMORY.includes(code)) return { kind: 'overLimit', limit: 'memory' };
  if (code === QUERY_CANCELED)
    return { kind: 'sandboxFailed', reason: 'the statement was cancelled from outside the sandbox' };
  return { kind: 'answered' };
}
