import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesFor, freePort, initialise, serverUser, startCluster } from '@holdout/embedded-postgres';

export type ScratchPostgres = { readonly url: string; stop(): Promise<void> };

/** Durability is off: the data of a temporary server may be lost. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * Cleans up after a test run that was killed: a separate process that waits for the end of this one. Its standard input
 * closes when this process ends for any reason; nothing is ever written to it.
 */
function watchOver(directory: string): void {
  const afterwards = 'cat; kill -QUIT "$(head -n 1 "$0/data/postmaster.pid")"; sleep 1; rm -rf "$0"';
  const watch = spawn('sh', ['-c', afterwards, directory], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watch.unref();
  if (watch.stdin instanceof Socket) watch.stdin.unref();
}

/** Starts a temporary, empty PostgreSQL server; stopping it removes all its files. `url` is that of the superuser. */
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
