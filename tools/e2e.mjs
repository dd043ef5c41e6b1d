import { spawn } from 'node:child_process';
import { startScratchProduct } from './scratch-product.mjs';

/**
 * Browser journeys against the built product on data of its own: `npm run e2e -- practise` runs one.
 *
 * A journey finds in its environment E2E_URL, E2E_ACCOUNTS (JSON: email, password, role), E2E_HOME and CHROMIUM.
 */
const product = await startScratchProduct();
const env = {
  ...process.env,
  E2E_URL: product.url,
  E2E_ACCOUNTS: JSON.stringify(product.accounts),
  E2E_HOME: product.home,
  CHROMIUM: process.env.CHROMIUM ?? '/usr/bin/chromium',
};
const args = ['tools/jest.mjs', 'e2e', '--runInBand', '--testTimeout=120000', ...process.argv.slice(2)];
const child = spawn('node', args, { env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
if (code !== 0) process.stderr.write(`${product.logs()}\n`);
await product.stop();
process.exit(code);
