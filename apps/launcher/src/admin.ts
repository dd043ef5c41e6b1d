import { parseSettings } from '@holdout/settings';
import { runAdmin } from './admin-command';
import type { Product } from './child-environment';
import { addressesOfRunning } from './embedded-database';
import { openHome } from './home';
import { findHolder } from './lock';
import { openProduct } from './product';
import type { Stopping } from './stopping';

/** The product with a running database: an external one, or that of a running launcher; null if there is none. */
function runningProduct(workspace: string): Product | null {
  const settings = parseSettings(process.env);
  const home = openHome(settings.home);
  const outside = settings.databaseUrl;
  if (outside !== null) {
    const addresses = { databaseUrl: outside, graderDatabaseUrl: settings.graderDatabaseUrl };
    return { workspace, home, settings, addresses, localMode: false };
  }
  const addresses = findHolder(home) && addressesOfRunning(home);
  return addresses && { workspace, home, settings, addresses, localMode: false };
}

/** Runs an admin command of the api, on a database started for it if none runs, and gives its exit code. */
export async function admin(workspace: string, args: readonly string[], stopping: Stopping): Promise<number> {
  const product = runningProduct(workspace) ?? (await openProduct(workspace, stopping, { serves: false }));
  const { code } = await runAdmin(product, args, 'inherit');
  return code;
}
