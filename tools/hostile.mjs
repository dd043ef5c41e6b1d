import { spawnSync } from 'node:child_process';
import { bundle } from './bundle.mjs';

/** Runs the hostile programs one at a time; with --load, many at once on two graders that share a queue. */
const args = process.argv.slice(2);
const isLoad = args.includes('--load');
if (isLoad) {
  await bundle({ main: 'apps/grader/src/main.ts' }, { tsconfig: 'apps/grader/tsconfig.json', out: 'dist/load' });
}
const rest = args.filter((arg) => arg !== '--load');
const chosen = isLoad ? ['load'] : ['unit,box', 'sandbox-driver/src/hostile/', '--runInBand'];
const { status } = spawnSync('node', ['tools/jest.mjs', ...chosen, ...rest], { stdio: 'inherit' });
process.exitCode = status ?? 1;
