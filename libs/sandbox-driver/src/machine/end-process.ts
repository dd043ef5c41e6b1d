import type { ChildProcess } from 'node:child_process';

const PATIENCE_MS = 700;

/**
 * Ends a process of ours by closing its standard input, so that it outlives everything below it and its death means
 * theirs; by force when it does not listen, in the middle of an import for instance.
 */
export async function endProcess(child: ChildProcess, died: Promise<void>): Promise<void> {
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await died;
  clearTimeout(timer);
}
