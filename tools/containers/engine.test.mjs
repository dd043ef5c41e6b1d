import { output } from './engine.mjs';

const node = (program) => [process.execPath, '-e', program];
const BOTH = "console.error('a warning'); console.log('an answer');";

test('what a command writes to standard error is no part of its output', async () => {
  expect(await output(node(BOTH))).toBe('an answer\n');
});

test('the message of a failure has everything that the command wrote', async () => {
  await expect(output(node(`${BOTH} process.exitCode = 3;`))).rejects.toThrow(/exit code 3[^]*a warning/);
});
