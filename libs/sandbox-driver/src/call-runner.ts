import type { CallProgram, Run } from '@holdout/sandbox';
import { parseAnswer } from './answer-frame';
import type { BoxOutcome } from './box';
import { endOf } from './call-end';
import type { Pool } from './pool';

/** Runs one program of functions in a box from the pool. */
export async function runCalls(program: CallProgram, pool: Pool, signal: AbortSignal, by: MemoryBound): Promise<Run> {
  const box = await pool.acquire(signal);
  try {
    return runOf(await box.run(jobOf(program, by), program.limits, signal), program);
  } finally {
    pool.release(box);
  }
}

/** What bounds memory: address space is coarser, for where there is no control group. */
export type MemoryBound = 'address space' | 'control group';

function jobOf(program: CallProgram, by: MemoryBound): unknown {
  const { files, main, entry, calls, limits } = program;
  return {
    files,
    main,
    entry,
    calls,
    addressBytes: by === 'address space' ? limits.memoryBytes : null,
  };
}

function runOf(outcome: BoxOutcome, program: CallProgram): Run {
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
