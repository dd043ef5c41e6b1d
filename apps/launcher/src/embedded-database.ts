import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  binariesFor,
  type Cluster,
  freePort,
  initialise,
  mayEnter,
  serverUser,
  type ServerUser,
  startCluster,
} from '@holdout/embedded-postgres';
import { prepareDatabase } from './database-roles';
import { type Home, randomWord, readJson, writePrivately } from './home';

const SHARED = '/var/lib/holdout';
const DATABASE = 'holdout';
const OWNER = 'holdout';
const GRADER = 'holdout_grader';

/** What is stored about the embedded server between starts. */
type Kept = {
  readonly directory: string;
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly graderPassword: string;
};

/** The address of the product's database for each of its two logins; an outside database may lack the grader's. */
export type Addresses = { readonly databaseUrl: string; readonly graderDatabaseUrl: string | null };

export type EmbeddedDatabase = {
  readonly cluster: Cluster;
  readonly addresses: Addresses;
  readonly directory: string;
  /** Starts the server again after it has exited, at the same address. */
  readonly start: () => Promise<Cluster>;
};

/** The server's user cannot enter a home below /root; the data is then stored in /var/lib/holdout. */
function chooseDirectory(home: Home, user: ServerUser | null): string {
  if (mayEnter(home.directory, user)) return join(home.directory, 'postgres');
  const parent = join(SHARED, randomWord().slice(0, 16));
  mkdirSync(parent, { recursive: true });
  for (const path of [SHARED, parent]) chmodSync(path, 0o711);
  return join(parent, 'postgres');
}

function firstKept(home: Home, user: ServerUser | null): Kept {
  return {
    directory: chooseDirectory(home, user),
    port: 0,
    superuserPassword: randomWord(),
    ownerPassword: randomWord(),
    graderPassword: randomWord(),
  };
}

function addressOf(name: string, password: string, port: number): string {
  return `postgresql://${name}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

function addressesOf({ port, ownerPassword, graderPassword }: Kept): Addresses {
  return {
    databaseUrl: addressOf(OWNER, ownerPassword, port),
    graderDatabaseUrl: addressOf(GRADER, graderPassword, port),
  };
}

/** The addresses of the server that the running launcher of this home has started. */
export function addressesOfRunning(home: Home): Addresses | null {
  const kept = readJson<Kept>(home.databaseFile);
  return kept && addressesOf(kept);
}

/** Starts the embedded PostgreSQL on this home's data; creates data, database and logins if they are missing. */
export async function openEmbeddedDatabase(home: Home, workspace: string): Promise<EmbeddedDatabase> {
  const user = serverUser();
  const before = readJson<Kept>(home.databaseFile) ?? firstKept(home, user);
  const port = await freePort(before.port === 0 ? undefined : before.port);
  const kept = { ...before, port };
  writePrivately(home.databaseFile, JSON.stringify(kept, null, 2));
  const files = {
    binaries: binariesFor(workspace, user),
    dataDirectory: kept.directory,
    logFile: join(home.logs, 'postgres.log'),
    user,
    password: kept.superuserPassword,
  };
  await initialise(files);
  const start = () => startCluster(files, { port, settings: { log_min_messages: 'warning' } });
  const cluster = await start();
  const owner = { name: OWNER, password: kept.ownerPassword };
  const grader = { name: GRADER, password: kept.graderPassword };
  try {
    await prepareDatabase(cluster.url, { database: DATABASE, owner, grader });
  } catch (failure) {
    await cluster.stop();
    throw failure;
  }
  return { cluster, addresses: addressesOf(kept), directory: kept.directory, start };
}
