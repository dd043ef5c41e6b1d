import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesFor, freePort, initialise, serverUser, startCluster } from '@holdout/embedded-postgres';

export type ScratchPostgres = { readonly url: string; stop(): Promise<void> };

/** Nothing in a scratch server is worth a disk flush. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * Clears up after a test run that was killed: a process of its own that waits for the end of ours.
 *
 * Nothing is ever written to it; its input closes when we are gone, for whatever reason.
 */
function watchOver(directory: string): void {
  const afterwards = 'cat; kill -QUIT "$(head -n 1 "$0/data/postmaster.pid")"; sleep 1; rm -rf "$0"';
  const watch = spawn('sh', ['-c', afterwards, directory], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watch.unref();
  if (watch.stdin instanceof Socket) watch.stdin.unref();
}

/** Starts an empty PostgreSQL server that leaves nothing behind when stopped; `url` is the superuser's. */
export async function startScratchPostgres(): Promise<ScratchPostgres> {
  const user = serverUser();
  const directory = mkdtempSync(join(tmpdir(), 'holdout-scratch-'));
  chmodSync(directory, 0o711);
  const files = {
    binaries: binariesFor(process.cwd(), user),
    dataDirectory: join(directory, 'data'),
    logFile: join(directory, 'log'),
    user,
    password: randomBytes(16).toString('hex'),
    isScratch: true,
  };
  watchOver(directory);
  await initialise(files);
  const cluster = await startCluster(files, { port: await freePort(), settings: SETTINGS });
  return {
    url: cluster.url,
    stop: async () => {
      await cluster.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
