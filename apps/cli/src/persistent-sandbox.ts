import type { Run, Sandbox } from '@holdout/sandbox';

const TRIES = 3;

/**
 * Runs a program again that the sandbox itself has failed: a check of hours must not end because a machine under load was
 * slow once. What programs do is never tried again.
 */
export function persistent(sandbox: Sandbox): Sandbox {
  return {
    run: async (program, signal) => {
      let run: Run = await sandbox.run(program, signal);
      for (let time = 1; time < TRIES && run.end.kind === 'sandboxFailed' && !signal.aborted; time++)
        run = await sandbox.run(program, signal);
      return run;
    },
    describe: () => sandbox.describe(),
    close: () => sandbox.close(),
  };
}
