import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.mjs';
import { installDependencies } from './install.mjs';
import { run, StepFailed } from './run.mjs';
import { say, seconds } from './say.mjs';
import { installSystemPackages, sandboxPackages } from './system-packages.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

const BROWSER = ['chromium'];
const nx = (...args) => ['node_modules/nx/dist/bin/nx.js', 'run-many', '--outputStyle=static', '-t', ...args];
const jest = (...args) => ['tools/jest.mjs', ...args];

/** Cheap first: what fails soonest is what a person waits for least. */
const STEPS = [
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['contract', ['tools/codegen/check.mjs']],
  ['lint', nx('lint')],
  ['dead code', ['node_modules/knip/bin/knip.js']],
  ['types', nx('types')],
  ['unit', jest('unit,web')],
  ['integration', jest('it')],
  ['sandbox', jest('box', '--runInBand')],
  ['build', nx('build')],
  ['journeys', ['tools/e2e.mjs']],
];

async function runStep([name, args]) {
  const began = Date.now();
  const env = productEnvironment({ CI: 'true', NODE_ENV: 'test' });
  const { code, output } = await run(productNode(), args, { cwd: workspace, env, collect: true });
  const log = join(workspace, 'dist/test-logs', `${name.replace(' ', '-')}.log`);
  mkdirSync(join(workspace, 'dist/test-logs'), { recursive: true });
  writeFileSync(log, output);
  if (code !== 0) throw new StepFailed(`${output}\n✗ ${name} failed after ${seconds(began)}; the same is in ${log}`);
  say(`✓ ${name.padEnd(12)} ${seconds(began)}`);
}

/** What `npm test` does: all that a fresh clone needs, then every check, or those named, until one fails. */
await command(async () => {
  const began = Date.now();
  await installDependencies();
  const present = [
    await installSystemPackages(sandboxPackages(), 'Grading'),
    await installSystemPackages(BROWSER, 'Browser testing'),
  ];
  if (present.includes(false)) throw new StepFailed('The tests need the system packages named above.');
  say(`✓ ${'prepare'.padEnd(12)} ${seconds(began)}`);
  const wanted = process.argv.slice(2);
  for (const one of STEPS.filter(([name]) => wanted.length === 0 || wanted.includes(name))) await runStep(one);
  say(`All passed in ${seconds(began)}`);
  return 0;
});
