import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startScratchProduct } from './scratch-product.mjs';

/** A bank without questions, for the journey of an author. */
function makeOwnBank() {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-bank-'));
  for (const name of ['taxonomy.yaml', 'misconceptions.yaml']) copyFileSync(join('bank', name), join(folder, name));
  const head = { id: 'own', name: 'Own bank', organization: null, use: 'practice', licence: 'CC-BY-4.0' };
  writeFileSync(join(folder, 'bank.yaml'), `${JSON.stringify(head)}\n`);
  return folder;
}

/**
 * Runs the browser journeys against the built product with temporary data: `npm run e2e -- practise` runs one.
 *
 * The environment of a journey has E2E_URL, E2E_ACCOUNTS (JSON: email, password, role), E2E_HOME, E2E_BANK (the bank of
 * an author), E2E_DNS (where the product looks for a resolver, which a journey starts) and CHROMIUM.
 */
const ownBank = makeOwnBank();
process.on('exit', () => rmSync(ownBank, { recursive: true, force: true }));
const dns = `127.0.0.1:${await freePort()}`;
const product = await startScratchProduct({ HOLDOUT_BANKS: ownBank, DNS_SERVERS: dns });
const env = {
  ...process.env,
  E2E_URL: product.url,
  E2E_ACCOUNTS: JSON.stringify(product.accounts),
  E2E_HOME: product.home,
  E2E_BANK: ownBank,
  E2E_DNS: dns,
  CHROMIUM: process.env.CHROMIUM ?? '/usr/bin/chromium',
};
const args = ['tools/jest.mjs', 'e2e', '--runInBand', ...process.argv.slice(2)];
const child = spawn('node', args, { env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
if (code !== 0) process.stderr.write(`${product.logs()}\n`);
await product.stop();
process.exit(code);
