import { spawnSync } from 'node:child_process';
import { makeGroups } from './jest/make-groups.mjs';

/**
 * Usage: node tools/jest.mjs <projects, separated by commas> [patterns and options of Jest]
 * With --inspect-brk, or with a port as --inspect-brk=9230, the tests run in this one process and wait for a debugger.
 */
const [projects = 'unit,web', ...words] = process.argv.slice(2);
if (projects.split(',').includes('grouped')) makeGroups();
const isForNode = (word) => word.startsWith('--inspect');
const [forNode, rest] = [words.filter(isForNode), words.filter((word) => !isForNode(word))];
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...forNode];
const alone = forNode.length > 0 ? ['--runInBand'] : [];
// The list goes last: Jest takes every word after it for one more project.
const args = ['node_modules/jest/bin/jest.js', '-c', 'jest.config.cjs', ...alone, ...rest];
const { status } = spawnSync('node', [...jest, ...args, '--selectProjects', ...projects.split(',')], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
