import type { ChildProcess } from 'node:child_process';

const GRACE_MS = 700;

/**
 * Ends a direct child by closing its stdin. It then exits only after its own children have, so its exit means theirs.
 * Sends SIGKILL after a grace period, for example if it is busy importing.
 */
export async function endProcess(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await exited;
  clearTimeout(timer);
}
