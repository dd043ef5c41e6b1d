import { z } from 'zod';
import { runAdmin } from './admin-command';
import type { Product } from './child-environment';
import { warn } from './say';
import type { Stopping } from './stopping';

const DemoAccounts = z.array(z.object({ email: z.string(), password: z.string(), role: z.string().optional() }));

/** Creates the demo accounts and gives the lines to print with their passwords; none outside local mode. */
export async function demoAccountLines(
  product: Product,
  stopping: Pick<Stopping, 'check'>,
  admin = runAdmin,
): Promise<readonly string[]> {
  if (!product.localMode) return [];
  const { code, output } = await admin(product, ['demo'], 'collect');
  // Ctrl-C reaches this program too, so its end is not a failure then.
  stopping.check();
  if (code !== 0) {
    warn(`The demo accounts were not created:\n${output}`);
    return [];
  }
  const accounts = DemoAccounts.parse(JSON.parse(output));
  const width = Math.max(...accounts.map(({ email }) => email.length));
  const lines = accounts.map(
    ({ email, password, role }) => `  ${email.padEnd(width)}  ${password}${role ? `  (${role})` : ''}`,
  );
  return ['Demo accounts, on this machine only:', ...lines];
}
