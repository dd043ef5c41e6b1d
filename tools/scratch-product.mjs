import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productEnvironment, productNode, workspace } from './setup/workspace.mjs';

const START_TIMEOUT_MS = 180_000;

/** A port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function endOfLogs(home) {
  return ['api', 'grader', 'postgres']
    .map((name) => [name, join(home, 'logs', `${name}.log`)])
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => `--- ${name}\n${readFileSync(file, 'utf8').split('\n').slice(-40).join('\n')}`)
    .join('\n');
}

/** Parses the demo accounts that the launcher prints: e-mail address, password, role. */
function accountsIn(output) {
  return [...output.matchAll(/^ {2}(\S+@\S+)\s+(\S+)(?:\s+\((.+)\))?$/gm)].map(([, email, password, role]) => ({
    email,
    password,
    role: role ?? null,
  }));
}

function untilReady(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The product did not start: ${why}\n${output.join('')}`));
    const timer = setTimeout(() => fail('timeout'), START_TIMEOUT_MS);
    child.once('exit', (code) => fail(`exit code ${code}`));
    child.stdout.on('data', () => {
      if (!output.join('').includes('Stop: Ctrl-C')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Starts the built product on a free port in a temporary home; gives its URL, its demo accounts and a function to stop it. */
export async function startScratchProduct(environment = {}) {
  const parent = mkdtempSync(join(tmpdir(), 'holdout-product-'));
  chmodSync(parent, 0o711);
  const home = join(parent, 'home');
  const port = await freePort();
  const own = { NODE_ENV: 'production', ...environment, PORT: String(port), HOLDOUT_HOME: home };
  const child = spawn(productNode(), ['dist/launcher/main.mjs'], {
    cwd: workspace,
    env: productEnvironment(own),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part.toString()));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(parent, { recursive: true, force: true });
  };
  try {
    await untilReady(child, output);
  } catch (failure) {
    failure.message += `\n${endOfLogs(home)}`;
    await stop();
    throw failure;
  }
  const url = `http://127.0.0.1:${port}`;
  return { url, home, launcher: child.pid, accounts: accountsIn(output.join('')), logs: () => endOfLogs(home), stop };
}
