import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { command } from './command.mjs';
import { installDependencies } from './install.mjs';
import { chosenSteps, runInLanes } from './lanes.mjs';
import { run, StepFailed, stopRunning } from './run.mjs';
import { say, seconds } from './say.mjs';
import { installSystemPackages, sandboxPackages } from './system-packages.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

const BROWSER = ['chromium'];
const nx = (...args) => ['node_modules/nx/dist/bin/nx.js', ...args, '--outputStyle=static'];
const LANES = Math.min(2, cpus().length);
const jest = (...args) => ['tools/jest.mjs', ...args];
/** Jest keeps up to 60 MB of every test file. A worker is replaced before garbage collection takes longer than the tests. */
const REPLACED = '--workerIdleMemoryLimit=1500MB';

/**
 * Generated code comes before the steps that read it. The sandbox step mostly waits for its own processes, so it
 * starts first and the checks run concurrently, the ones that fail fastest first.
 */
const STEPS = [
  { name: 'contract', args: ['tools/codegen/check.mjs'] },
  { name: 'sandbox', args: jest('box', '--runInBand') },
  { name: 'codegen', args: nx('run', 'api:codegen'), after: ['contract'] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', args: ['node_modules/knip/bin/knip.js'], after: ['codegen'] },
  { name: 'types', args: nx('run', 'tools:types-all'), after: ['codegen'] },
  { name: 'unit', args: jest('unit,web', REPLACED), after: ['codegen'] },
  { name: 'lint', args: nx('run', 'tools:lint-all'), after: ['codegen'] },
  { name: 'build', args: nx('run-many', '-t', 'build'), after: ['codegen'] },
  { name: 'journeys', args: ['tools/e2e.mjs'], after: ['build'] },
  { name: 'faults', args: ['tools/faults.mjs', '--short'], after: ['build'] },
  { name: 'integration', args: jest('grouped', REPLACED), after: ['codegen'] },
  { name: 'benchmarks', args: ['tools/bench.mjs', '--short'], after: ['build'] },
];

async function runStep({ name, args }) {
  const began = Date.now();
  const env = productEnvironment({ CI: 'true', NODE_ENV: 'test' });
  const { code, output } = await run(productNode(), args, { cwd: workspace, env, collect: true });
  const log = join(workspace, 'dist/test-logs', `${name.replace(' ', '-')}.log`);
  mkdirSync(join(workspace, 'dist/test-logs'), { recursive: true });
  writeFileSync(log, output);
  if (code !== 0) throw new StepFailed(`${output}\n✗ ${name} failed after ${seconds(began)}; log: ${log}`);
  say(`✓ ${name.padEnd(12)} ${seconds(began)}`);
}

/** `npm test`: prepares a fresh clone, then runs every step, or the named ones, until one fails. */
await command(async () => {
  const began = Date.now();
  await installDependencies();
  const present = [
    await installSystemPackages(sandboxPackages(), 'Grading'),
    await installSystemPackages(BROWSER, 'Browser testing'),
  ];
  if (present.includes(false))
    throw new StepFailed('The tests need the system packages listed above. Install them and run npm test again.');
  say(`✓ ${'prepare'.padEnd(12)} ${seconds(began)}`);
  const steps = chosenSteps(STEPS, process.argv.slice(2));
  await runInLanes(steps, { lanes: LANES, work: runStep, stop: stopRunning });
  say(`All passed in ${seconds(began)}`);
  return 0;
});
