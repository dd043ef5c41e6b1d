import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';
import { buildRecord } from './up-to-date.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

const SHARED = ['libs', 'tools', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

const BUILDS = {
  cli: {
    nx: ['run', 'cli:build'],
    record: 'dist/built/cli',
    sources: ['apps/cli', ...SHARED],
    outputs: ['dist/cli'],
  },
  product: {
    nx: ['run-many', '-t', 'build'],
    record: 'dist/built/product',
    sources: ['apps', ...SHARED],
    outputs: ['dist/api', 'dist/cli', 'dist/grader', 'dist/launcher', 'dist/web'],
  },
};

/** Builds what changed since the last build. Starting Nx takes seconds, so it is asked only if a source or output differs. */
async function build({ nx, ...files }) {
  const record = buildRecord(workspace, files);
  if (record.isCurrent()) return;
  const before = record.before();
  const program = join(workspace, 'node_modules/nx/dist/bin/nx.js');
  const options = { cwd: workspace, env: productEnvironment() };
  await step('Building', () => mustRun(productNode(), [program, ...nx, '--outputStyle=static'], options));
  record.store(before);
}

/** Builds the command line. */
export const buildCli = () => build(BUILDS.cli);

/** Builds the whole product. */
export const buildProduct = () => build(BUILDS.product);
