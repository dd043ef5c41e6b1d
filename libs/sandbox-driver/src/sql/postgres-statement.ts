import type { Client } from 'pg';
import type { End, Limits, Run, SqlProgram } from '@holdout/sandbox';
import { type Backend, pidOf } from './postgres-backend';
import { CappedQuery } from './capped-query';
import type { QueryEnd } from './capped-query';
import type { SqlService } from './sql-service';

export type StatementJob = {
  readonly program: SqlProgram;
  readonly service: SqlService;
  readonly reader: string;
  readonly database: string;
  readonly signal: AbortSignal;
};

type Stop = 'wall' | 'cpu' | 'output' | 'aborted';

const MOST_ROWS = 10_000;
/** What may arrive for one byte of answer: framing, and a cell that is too long to be looked at whole. */
const WIRE_FACTOR = 2;
const WIRE_SLACK_BYTES = 1 << 20;
/** How long a backend may take to obey before the next, harder step. */
const PATIENCE_MS = 1000;
const LOOK_MS = 100;
const QUERY_CANCELED = '57014';
/** Out of memory; out of temporary files, which are in memory too. */
const OUT_OF_MEMORY: readonly (string | undefined)[] = ['53200', '53400'];

/** Runs one statement on a connection of its own, in a transaction that never commits. */
export async function runStatement(job: StatementJob): Promise<Run> {
  const startedAt = performance.now();
  const { server, sessions } = job.service;
  const { client, backend } = await sessions.take(job.reader, job.database);
  server.limitMemory(client, backend, job.program.limits.memoryBytes);
  const watch = new Watch(client, job, backend);
  try {
    const query = new CappedQuery(
      job.program.query,
      { rows: MOST_ROWS, bytes: job.program.limits.outputBytes },
      job.service.typeNames,
    );
    client.query(query);
    const ended = await query.ended;
    if (ended.kind === 'overOutput') await watch.stop('output');
    if (isOver(backend, job.program.limits)) watch.stopped ??= 'cpu';
    return { ...runOf(ended, watch.stopped, performance.now() - startedAt), ...usageOf(backend) };
  } finally {
    watch.end();
    leave(client, watch.stopped);
    void sessions.park(job.reader, job.database);
  }
}

/** The clock and the scales beside a statement. A session can lift its own limits, so these are not the session's. */
class Watch {
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
    const look = (): void => void (isOver(backend, limits) && this.stop('cpu'));
    this.timers.push(setInterval(look, LOOK_MS));
    job.signal.addEventListener('abort', this.abort);
    if (job.signal.aborted) this.abort();
    const most = limits.outputBytes * WIRE_FACTOR + WIRE_SLACK_BYTES;
    streamOf(client).on('data', (chunk: Buffer) => {
      this.wireBytes += chunk.length;
      if (this.wireBytes > most) void this.stop('output');
    });
  }

  /** Asks the backend to cancel, then ends it, then the server. Too much output is not waited for at all. */
  async stop(why: Stop): Promise<void> {
    if (this.stopped !== undefined) return;
    this.stopped = why;
    if (why === 'output') streamOf(this.client).destroy();
    this.timers.push(setTimeout(() => void this.signalBackend('pg_terminate_backend'), PATIENCE_MS));
    this.timers.push(setTimeout(() => void this.job.service.server.close(), 2 * PATIENCE_MS));
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

/** The server rolls back what a connection leaves open, so that nobody has to wait for either. */
function leave(client: Client, stopped: Stop | undefined): void {
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
  if (stopped === 'aborted') return { kind: 'sandboxFailed', reason: 'the run was given up' };
  if (stopped !== undefined) return { kind: 'overLimit', limit: stopped };
  if (ended.kind === 'connectionLost') return { kind: 'sandboxFailed', reason: ended.reason };
  if (ended.kind === 'overOutput') return { kind: 'overLimit', limit: 'output' };
  const code = 'sqlError' in ended.answer ? ended.answer.sqlError.code : undefined;
  if (OUT_OF_MEMORY.includes(code)) return { kind: 'overLimit', limit: 'memory' };
  if (code === QUERY_CANCELED)
    return { kind: 'sandboxFailed', reason: 'the statement was cancelled by nobody of ours' };
  return { kind: 'answered' };
}
