import { join } from 'node:path';
import {
  binariesFor,
  type Cluster,
  freePort,
  initialise,
  serverUser,
  type ServerUser,
  startCluster,
} from '@holdout/embedded-postgres';
import { claimDirectory, newDirectory, pathOf, refuseMissingData, storedDirectory } from './data-directory';
import { prepareDatabase } from './database-roles';
import { type Home, randomWord, readJson, writePrivately } from './home';

const DATABASE = 'holdout';
const OWNER = 'holdout';
const GRADER = 'holdout_grader';

/** What is stored about the embedded server between starts. */
type Kept = {
  /** Relative to the home, or absolute if it is outside. */
  readonly directory: string;
  /** False until initdb has succeeded; earlier versions did not record it. */
  readonly isInitialised?: boolean;
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
  /** Starts the server again after it has exited, at the same address; the signal ends a start in progress. */
  readonly start: (signal: AbortSignal) => Promise<Cluster>;
};

function firstKept(home: Home, user: ServerUser | null): Kept {
  return {
    directory: newDirectory(home, user),
    isInitialised: false,
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

/** What is recorded about the server of this home, or about one that is to be created. */
function keptOf(home: Home, user: ServerUser | null): Kept {
  const before = readJson<Kept>(home.databaseFile);
  if (before === null) return firstKept(home, user);
  if (before.isInitialised !== false) refuseMissingData(home, before.directory, user);
  return { ...before, directory: storedDirectory(before.directory) };
}

const record = (home: Home, kept: Kept): void => writePrivately(home.databaseFile, JSON.stringify(kept, null, 2));

/** Starts the embedded PostgreSQL on this home's data; creates data, database and logins at the first start. */
export async function openEmbeddedDatabase(
  home: Home,
  workspace: string,
  stopping?: AbortSignal,
): Promise<EmbeddedDatabase> {
  const user = serverUser();
  const before = keptOf(home, user);
  claimDirectory(home, before.directory);
  const port = await freePort(before.port === 0 ? undefined : before.port);
  const kept = { ...before, port };
  record(home, kept);
  const directory = pathOf(home, kept.directory);
  const files = {
    binaries: binariesFor(workspace, user),
    dataDirectory: directory,
    logFile: join(home.logs, 'postgres.log'),
    user,
    password: kept.superuserPassword,
  };
  await initialise(files);
  record(home, { ...kept, isInitialised: true });
  const start = (signal?: AbortSignal) =>
    startCluster(files, { port, settings: { log_min_messages: 'warning' }, ...(signal ? { signal } : {}) });
  const cluster = await start(stopping);
  const owner = { name: OWNER, password: kept.ownerPassword };
  const grader = { name: GRADER, password: kept.graderPassword };
  try {
    await prepareDatabase(cluster.url, { database: DATABASE, owner, grader });
  } catch (failure) {
    await cluster.stop();
    throw failure;
  }
  return { cluster, addresses: addressesOf(kept), directory, start };
}
