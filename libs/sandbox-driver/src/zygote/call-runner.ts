import type { CallProgram, Limits, Run, SqlProgram } from '@holdout/sandbox';
import { parseAnswer } from './answer-frame';
import type { BoxOutcome } from './box';
import { endOf } from './call-end';
import type { Pool } from './pool';

/** A query for SQLite, which needs no server. */
type SqliteProgram = SqlProgram & { readonly profile: 'sqlite' };

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

/** What bounds memory: address space is coarser, for where there is no control group. */
export type MemoryBound = 'address space' | 'control group';

function jobOf(program: BoxProgram, by: MemoryBound): unknown {
  const addressBytes = by === 'address space' ? program.limits.memoryBytes : null;
  if (program.profile === 'sqlite') {
    const { schema, tables, query, mayWrite } = program;
    return { schema, tables, query, mayWrite, addressBytes };
  }
  const { files, main, entry, calls } = program;
  return { files, main, entry, calls, addressBytes };
}

/**
 * Node takes 11 MB before it has a program, 21 where it reads TypeScript, and up to 24 for what is young. It holds its
 * heap to the limit by itself, which keeps it from being killed over garbage; the control group bounds the whole.
 */
const NODE_BYTES = 48 * 1024 * 1024;

function limitsOf({ profile, limits }: BoxProgram): Limits {
  return profile === 'javascript' ? { ...limits, memoryBytes: limits.memoryBytes + NODE_BYTES } : limits;
}

function runOf(outcome: BoxOutcome, program: BoxProgram): Run {
  const claimed = outcome.frame === undefined ? undefined : parseAnswer(outcome.frame);
  const end = endOf(outcome, claimed, program.limits);
  return {
    end,
    ...(end.kind === 'answered' && claimed !== undefined ? { answer: claimed } : {}),
    stdout: outcome.stdout,
    stderr: outcome.stderr,
    wallMs: outcome.wallMs,
    ...measured(outcome),
  };
}

function measured({ exit, usage }: BoxOutcome): Pick<Run, 'cpuMs' | 'memoryBytes'> {
  if (!exit) return { cpuMs: null, memoryBytes: null };
  return { cpuMs: exit.cpuMs, memoryBytes: usage?.peakBytes ?? exit.residentBytes };
}

/** A run that never began, through no fault of the program. */
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
