import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesFor, freePort, initialise, serverUser, startCluster } from '@holdout/embedded-postgres';

export type ScratchPostgres = { readonly url: string; stop(): Promise<void> };

/** Nothing in a scratch server is worth a disk flush. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

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
  };
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
