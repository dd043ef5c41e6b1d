import { spawnSync } from 'node:child_process';

/** Usage: node tools/jest.mjs <projects, separated by commas> [patterns and options of Jest] */
const [projects = 'unit,web', ...rest] = process.argv.slice(2);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
// `--selectProjects` goes last: Jest reads every word after it as a project.
const args = [...jest, '-c', 'jest.config.cjs', ...rest, '--selectProjects', ...projects.split(',')];
const { status } = spawnSync('node', args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
