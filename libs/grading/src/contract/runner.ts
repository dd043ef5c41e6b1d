import type { Program, Run, Sandbox } from '@holdout/sandbox';

/** Runs one program; rejects once the job is aborted. */
export type Runner = (program: Program) => Promise<Run>;

/** A runner that uses this sandbox until the signal is aborted. */
export function runnerOf(sandbox: Sandbox, signal: AbortSignal): Runner {
  return async (program) => {
    signal.throwIfAborted();
    const run = await sandbox.run(program, signal);
    signal.throwIfAborted();
    return run;
  };
}
