import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { end, markOf, stillLives } from './process-mark';

test('a process has the same mark while it runs and none afterwards', async () => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const mark = markOf(child.pid ?? 0);
  if (!mark) throw new Error('a running process has a mark');
  expect(stillLives(mark)).toBe(true);
  const exit = once(child, 'exit');
  await end(mark, 5000);
  await exit;
  expect(stillLives(mark)).toBe(false);
});

test('a later process with the same id is not confused with the earlier one', () => {
  const mine = markOf(process.pid);
  expect(mine).not.toBeNull();
  expect(stillLives({ pid: process.pid, began: 'long ago' })).toBe(false);
});

test('a process that ignores SIGTERM is ended by SIGKILL', async () => {
  const child = spawn('sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 0.05; done'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const mark = markOf(child.pid ?? 0);
  if (!mark) throw new Error('a running process has a mark');
  const exit = once(child, 'exit');
  await end(mark, 200);
  expect((await exit)[1]).toBe('SIGKILL');
});
