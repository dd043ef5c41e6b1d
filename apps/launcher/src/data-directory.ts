import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { mayEnter, type ServerUser } from '@holdout/embedded-postgres';
import { StartFailure } from './failure';
import { type Home, identityOf, randomWord, readJson, writePrivately } from './home';

const SHARED = '/var/lib/holdout';
/** Relative to the home, so that a home which is moved or copied takes its data along. */
const INSIDE = 'postgres';

/** Which home a data directory outside of all homes belongs to. */
type Owner = { readonly home: string; readonly identity: string };

const ownerFile = (directory: string): string => join(dirname(directory), 'home.json');

/** Where a new database is stored: in the home, unless the server's user cannot enter it, as below /root. */
export function newDirectory(home: Home, user: ServerUser | null, shared = SHARED): string {
  if (mayEnter(home.directory, user)) return INSIDE;
  const parent = join(shared, randomWord().slice(0, 16));
  mkdirSync(parent, { recursive: true });
  for (const path of [shared, parent]) chmodSync(path, 0o711);
  return join(parent, 'postgres');
}

/**
 * The directory that a home has stored. Earlier versions stored an absolute path also for data in the home: it is that of
 * another home once this one has been moved or copied.
 */
export function storedDirectory(stored: string, shared = SHARED): string {
  return isAbsolute(stored) && !stored.startsWith(`${shared}/`) ? INSIDE : stored;
}

export const pathOf = (home: Home, directory: string): string => resolve(home.directory, directory);

/** Throws if the data of this home is missing: an empty database in its place would look like lost data. */
export function refuseMissingData(home: Home, stored: string, user: ServerUser | null): void {
  refuseClosedHome(home, storedDirectory(stored), user);
  const path = pathOf(home, storedDirectory(stored));
  if (existsSync(join(path, 'PG_VERSION'))) return;
  const before = path === stored ? '' : `, and was created in ${stored}`;
  throw new StartFailure(
    `The database of ${home.directory} is missing: it should be in ${path}${before}. Nothing was changed. Move the data ` +
      `there, or restore a backup of the whole home. To start with an empty database, delete ${home.databaseFile}.`,
  );
}

/** Throws if the server's user cannot reach data in the home, as after a move to below /root. */
function refuseClosedHome(home: Home, directory: string, user: ServerUser | null): void {
  if (isAbsolute(directory) || user === null || mayEnter(home.directory, user)) return;
  throw new StartFailure(
    `The database runs as the user ${user.name}, who cannot enter ${home.directory}, where its data is. Set HOLDOUT_HOME ` +
      'to a directory that other users can enter, and move the home there.',
  );
}

/**
 * Claims a data directory outside the home, or throws if it belongs to another home that still exists: this one is then a
 * copy, and starting it would stop the server of the original and use its data.
 */
export function claimDirectory(home: Home, directory: string): void {
  if (!isAbsolute(directory)) return;
  const file = ownerFile(directory);
  const mine: Owner = { home: home.directory, identity: identityOf(home.directory) ?? '' };
  const owner = readJson<Owner>(file);
  if (owner && owner.identity !== mine.identity && identityOf(owner.home) === owner.identity) {
    throw new StartFailure(
      `The database in ${directory} belongs to ${owner.home}, of which ${home.directory} is a copy. Its data was not ` +
        `copied, because it is outside the home. To start the copy with an empty database, delete ${home.databaseFile}.`,
    );
  }
  if (existsSync(dirname(directory))) writePrivately(file, JSON.stringify(mine));
}
