import { join } from 'node:path';
import { isLocalSite, parseSettings, type Settings } from '@holdout/settings';
import { mayEnter, serverUser, whyNotListen } from '@holdout/embedded-postgres';
import { runAdmin } from './admin-command';
import type { Product } from './child-environment';
import { type Addresses, openEmbeddedDatabase } from './embedded-database';
import { StartFailure } from './failure';
import { type Home, openHome } from './home';
import { endLeftOvers } from './left-overs';
import { takeHome } from './lock';
import { say } from './say';
import type { Stopping } from './stopping';
import { superviseDatabase } from './database-reports';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'needs a permission that this user does not have',
  EADDRNOTAVAIL: 'is not an address of this machine',
  ENOTFOUND: 'is not a known host',
};

async function checkAddress({ host, port }: Settings): Promise<void> {
  const code = await whyNotListen(port, host);
  if (code === null) return;
  const reason = REASONS[code] ?? `cannot be opened (${code})`;
  throw new StartFailure(
    `${host}:${port} ${reason}. Set PORT or HOST to use another, for example: PORT=3001 npm start`,
  );
}

/** Says why the data is not below the home: its user cannot enter the home, or the home was moved. */
export function whyElsewhere(home: string, data: string, canEnter: boolean): string {
  return canEnter
    ? `The data of this home was created in ${data} and is still there`
    : `The database runs as a user that cannot enter ${home}; its data is in ${data}`;
}

type OpenDatabase = {
  readonly addresses: Addresses;
  /** Resolves while the embedded database accepts connections, and at once for an outside one. */
  readonly whenDatabaseRuns: () => Promise<unknown>;
};

export type OpenProduct = Product & Pick<OpenDatabase, 'whenDatabaseRuns'>;

async function openDatabase(
  home: Home,
  settings: Settings,
  workspace: string,
  stopping: Stopping,
): Promise<OpenDatabase> {
  const { databaseUrl, graderDatabaseUrl } = settings;
  if (databaseUrl !== null) {
    return { addresses: { databaseUrl, graderDatabaseUrl }, whenDatabaseRuns: () => Promise.resolve() };
  }
  say('Starting the database …');
  const { cluster, addresses, directory, start } = await openEmbeddedDatabase(home, workspace, stopping.signal);
  if (!directory.startsWith(home.directory)) {
    say(whyElsewhere(home.directory, directory, mayEnter(home.directory, serverUser())));
  }
  const database = superviseDatabase({ cluster, start }, join(home.logs, 'postgres.log'));
  stopping.onStop(() => database.stop());
  return { addresses, whenDatabaseRuns: () => database.whenRunning() };
}

async function migrate(product: Product, stopping: Stopping): Promise<void> {
  const { code, output } = await runAdmin(product, ['migrate'], 'collect');
  stopping.check();
  if (code !== 0) throw new StartFailure(`The database migrations failed:\n${output}`);
}

/** Locks the home, starts the database and runs its migrations: everything that the api needs. */
export async function openProduct(
  workspace: string,
  stopping: Stopping,
  { serves }: { serves: boolean },
): Promise<OpenProduct> {
  const settings = parseSettings(process.env);
  const home = openHome(settings.home);
  stopping.onStop(takeHome(home, settings.publicUrl));
  await endLeftOvers(home);
  if (serves) await checkAddress(settings);
  stopping.check();
  const { addresses, whenDatabaseRuns } = await openDatabase(home, settings, workspace, stopping);
  stopping.check();
  const localMode = settings.databaseUrl === null && isLocalSite(settings);
  const product = { workspace, home, settings, addresses, whenDatabaseRuns, localMode };
  await migrate(product, stopping);
  return product;
}
