import type { Program, Run, Sandbox } from '@holdout/sandbox';

/** Runs one program; refuses once the job is called off. */
export type Runner = (program: Program) => Promise<Run>;

/** Runs programs in a sandbox until the signal says stop. */
export function runnerOf(sandbox: Sandbox, signal: AbortSignal): Runner {
  return async (program) => {
    signal.throwIfAborted();
    const run = await sandbox.run(program, signal);
    signal.throwIfAborted();
    return run;
  };
}
