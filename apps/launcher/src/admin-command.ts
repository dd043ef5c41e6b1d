import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { apiEnvironment, type Product } from './child-environment';
import { SOURCE_MAPS } from './source-maps';

export type Outcome = { readonly code: number; readonly output: string };

type Stdio = 'inherit' | 'collect';

/** Runs an admin command of the api, the only program that may reach the product's tables. */
export function runAdmin(product: Product, args: readonly string[], stdio: Stdio): Promise<Outcome> {
  const child = spawn(process.execPath, [...SOURCE_MAPS, join(product.workspace, 'dist/api/admin.mjs'), ...args], {
    cwd: product.workspace,
    env: apiEnvironment(product),
    stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  const errors: string[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part.toString()));
  child.stderr?.on('data', (part: Buffer) => errors.push(part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const said = [...parts, ...errors].join('').trim();
      const why = signal === null ? `exit code ${code}` : `ended by ${signal}`;
      resolve({ code: code ?? 1, output: code === 0 ? parts.join('') : said || why });
    });
  });
}
