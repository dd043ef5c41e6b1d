import type { CallProgram, End, Run, Sandbox } from '@holdout/sandbox';
import { persistent } from './persistent-sandbox';

const FAILED: End = { kind: 'sandboxFailed', reason: 'it was slow' };
const PROGRAM = {} as CallProgram;

/** A sandbox whose runs end in these ways, one after another. */
function ending(...ends: readonly End[]) {
  let count = 0;
  const run = (): Promise<Run> => {
    const end = ends[count] ?? { kind: 'answered' };
    count += 1;
    return Promise.resolve({ end, stdout: '', stderr: '', cpuMs: 0, wallMs: 0, memoryBytes: 0 });
  };
  const sandbox: Sandbox = { run, describe: () => Promise.resolve([]), close: () => Promise.resolve() };
  return { sandbox: persistent(sandbox), count: () => count };
}

test.each<[string, readonly End[], End['kind'], number]>([
  ['answers', [{ kind: 'answered' }], 'answered', 1],
  ['fails by itself is not retried', [{ kind: 'forbiddenCall' }, { kind: 'answered' }], 'forbiddenCall', 1],
  ['the sandbox failed twice is run a third time', [FAILED, FAILED, { kind: 'answered' }], 'answered', 3],
  [
    'the sandbox always fails is not retried for ever',
    [FAILED, FAILED, FAILED, { kind: 'answered' }],
    'sandboxFailed',
    3,
  ],
])('a program that %s', async (_what, ends, kind, runs) => {
  const { sandbox, count } = ending(...ends);
  const { end } = await sandbox.run(PROGRAM, new AbortController().signal);
  expect([end.kind, count()]).toEqual([kind, runs]);
});

test('an aborted program is not retried', async () => {
  const { sandbox, count } = ending(FAILED);
  await sandbox.run(PROGRAM, AbortSignal.abort());
  expect(count()).toBe(1);
});
