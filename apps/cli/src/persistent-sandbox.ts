import type { Run, Sandbox } from '@holdout/sandbox';

const TRIES = 3;

/**
 * A sandbox that retries a program when the sandbox itself failed, so that one failure under load does not end a check of
 * hours. A run that ended because of the program is never retried.
 */
export function persistent(sandbox: Sandbox): Sandbox {
  return {
    run: async (program, signal) => {
      let run: Run = await sandbox.run(program, signal);
      for (let time = 1; time < TRIES && run.end.kind === 'sandboxFailed' && !signal.aborted; time++)
        run = await sandbox.run(program, signal);
      return run;
    },
    describe: (tell) => sandbox.describe(tell),
    close: () => sandbox.close(),
  };
}
