import { StepFailed, Stopped, stopOnSignals } from './run.mjs';

/** Runs a command and sets the exit code; a failed step is printed without a stack trace. */
export async function command(work, failedCode = 1) {
  stopOnSignals();
  try {
    process.exitCode = await work();
  } catch (failure) {
    if (failure instanceof Stopped) process.exitCode = 130;
    else {
      process.stderr.write(`${failure instanceof StepFailed ? failure.message : failure.stack}\n`);
      process.exitCode = failedCode;
    }
  }
}
