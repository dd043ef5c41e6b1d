import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';
import { buildRecord } from './up-to-date.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

const SHARED = ['libs', 'tools', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** Outputs are disjoint, because Nx writes those of a project again even if they are cached. */
const CLI = buildRecord(workspace, {
  record: 'dist/built/cli',
  sources: ['apps/cli', ...SHARED],
  outputs: ['dist/cli'],
});
const PRODUCT = buildRecord(workspace, {
  record: 'dist/built/product',
  sources: ['apps', ...SHARED],
  outputs: ['dist/api', 'dist/grader', 'dist/launcher', 'dist/web'],
});

/** Starting Nx takes seconds, even if it has nothing to build. So it is started only if a source or output differs. */
async function build(records, nx) {
  if (records.every((record) => record.isCurrent())) return;
  const before = records.map((record) => record.before());
  const program = join(workspace, 'node_modules/nx/dist/bin/nx.js');
  const options = { cwd: workspace, env: productEnvironment() };
  await step('Building', () => mustRun(productNode(), [program, ...nx, '--outputStyle=static'], options));
  records.forEach((record, index) => record.store(before[index]));
}

/** Builds the command line. */
export const buildCli = () => build([CLI], ['run', 'cli:build']);

/** Builds the whole product, with the command line. */
export const buildProduct = () => build([PRODUCT, CLI], ['run-many', '-t', 'build']);
