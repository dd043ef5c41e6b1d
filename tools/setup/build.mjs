import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

/** Runs an Nx command with the product's Node. */
export function nx(args) {
  const program = join(workspace, 'node_modules/nx/dist/bin/nx.js');
  return mustRun(productNode(), [program, ...args], { cwd: workspace, env: productEnvironment() });
}

/** Builds what changed since the last build. */
export function buildProduct() {
  return step('Building', () => nx(['run-many', '-t', 'build', '--outputStyle=static']));
}
