import { spawnSync } from 'node:child_process';
import { detail, reportRatio } from './support/report.mjs';

const { stdout, status } = spawnSync('node', ['apps/web/check-weight.mjs'], { encoding: 'utf8' });
const [, kilobytes, limit] = /page weight: (\d+) of (\d+) kB/.exec(stdout) ?? [];
if (kilobytes === undefined) throw new Error(`The build gave no weight (exit code ${status}):\n${stdout}`);
reportRatio('page-weight', Number(kilobytes) / Number(limit), { most: 1 });
for (const line of stdout.trim().split('\n')) detail(line);
