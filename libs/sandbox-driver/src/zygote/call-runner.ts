import type { CallProgram, Limits, Run, SqlProgram } from '@holdout/sandbox';
import { parseAnswer } from '@holdout/sandbox';
import type { BoxOutcome } from './box';
import { endOf } from './call-end';
import type { Pool } from './pool';

/** A query for SQLite, which runs in a box and needs no server. */
type SqliteProgram = SqlProgram & { readonly profile: 'sqlite' };

/** A program that runs in a box of its own. */
export type BoxProgram = CallProgram | SqliteProgram;

/** Runs one program in a box from the pool. */
export async function runInBox(program: BoxProgram, pool: Pool, signal: AbortSignal, by: MemoryBound): Promise<Run> {
  const box = await pool.acquire(signal);
  try {
    return runOf(await box.run(jobOf(program, by), limitsOf(program), signal), program);
  } finally {
    pool.release(box);
  }
}

/** What enforces the memory limit. Address space (RLIMIT_AS) is less exact, and used if there is no cgroup. */
export type MemoryBound = 'address space' | 'cgroup';

function jobOf(program: BoxProgram, by: MemoryBound): unknown {
  const addressBytes = by === 'address space' ? program.limits.memoryBytes : null;
  if (program.profile === 'sqlite') {
    const { schema, tables, query, mayWrite } = program;
    return { schema, tables, query, mayWrite, addressBytes };
  }
  const { files, main, entry, calls, forbid } = program;
  return { files, main, entry, calls, addressBytes, ...(forbid && { forbid }) };
}

/**
 * Node itself needs 11 MB, 21 MB with the TypeScript parser, and up to 24 MB for the young generation. The heap limit
 * of Node equals the program's limit, so that garbage is collected before the cgroup kills; the cgroup limit is the
 * sum.
 */
const NODE_BYTES = 48 * 1024 * 1024;

function limitsOf({ profile, limits }: BoxProgram): Limits {
  return profile === 'javascript' ? { ...limits, memoryBytes: limits.memoryBytes + NODE_BYTES } : limits;
}

function runOf(outcome: BoxOutcome, program: BoxProgram): Run {
  const { frame } = outcome;
  const isShort = frame !== undefined && frame.length <= SHORT_BYTES;
  const claimed = isShort ? parseAnswer(frame) : undefined;
  const end = endOf(outcome, claimed, program.limits);
  const run = {
    end,
    stdout: outcome.stdout,
    stderr: outcome.stderr,
    wallMs: outcome.wallMs,
    ...measured(outcome),
  };
  if (end.kind !== 'answered' || frame === undefined) return run;
  return isShort ? { ...run, ...(claimed !== undefined && { answer: claimed }) } : withFrame(run, frame);
}

/** What the harness says instead of an answer is shorter. Longer answers are parsed where they are read. */
const SHORT_BYTES = 64 * 1024;

function withFrame(run: Run, frame: Uint8Array): Run {
  let parsed: { readonly answer: unknown } | undefined;
  return {
    ...run,
    frame,
    get answer() {
      parsed ??= { answer: parseAnswer(frame) };
      return parsed.answer;
    },
  };
}

function measured({ exit, usage }: BoxOutcome): Pick<Run, 'cpuMs' | 'memoryBytes'> {
  if (!exit) return { cpuMs: null, memoryBytes: null };
  return { cpuMs: exit.cpuMs, memoryBytes: usage?.peakBytes ?? exit.residentBytes };
}

/** The result of a run that could not start, which is not the program's fault. */
export function failedRun(error: unknown): Run {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    end: { kind: 'sandboxFailed', reason },
    stdout: '',
    stderr: '',
    cpuMs: null,
    wallMs: 0,
    memoryBytes: null,
  };
}
