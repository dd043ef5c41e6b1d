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

/** What is kept about our own server between two starts. */
type Kept = {
  readonly directory: string;
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly graderPassword: string;
};

/** Where the product's data is, as each of the two that reach it. */
export type Addresses = { readonly databaseUrl: string; readonly graderDatabaseUrl: string | null };

export type EmbeddedDatabase = { readonly cluster: Cluster; readonly addresses: Addresses; readonly directory: string };

/** A home below /root is closed to the server's user, so the data goes where it can reach it. */
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

/** Gives the addresses of the server that a running launcher keeps on this home. */
export function addressesOfRunning(home: Home): Addresses | null {
  const kept = readJson<Kept>(home.databaseFile);
  return kept && addressesOf(kept);
}

/** Starts our own PostgreSQL on this home's data, made at the first start, with its database and logins in place. */
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
  const cluster = await startCluster(files, { port, settings: { log_min_messages: 'warning' } });
  const owner = { name: OWNER, password: kept.ownerPassword };
  const grader = { name: GRADER, password: kept.graderPassword };
  try {
    await prepareDatabase(cluster.url, { database: DATABASE, owner, grader });
  } catch (failure) {
    await cluster.stop();
    throw failure;
  }
  return { cluster, addresses: addressesOf(kept), directory: kept.directory };
}
