import type { End, Limits } from '@holdout/sandbox';
import type { BoxOutcome } from './box';
import { endOf } from './call-end';

const limits: Limits = { cpuMs: 1000, wallMs: 3000, memoryBytes: 1, outputBytes: 1 };
const exit = { signal: null, code: 0, cpuMs: 10, residentBytes: 1 };
const outcome: BoxOutcome = {
  exit,
  lostReason: '',
  frame: undefined,
  stopped: undefined,
  usage: { peakBytes: 1, oomKills: 0 },
  stdout: '',
  stderr: '',
  wallMs: 1,
};
const frame = Buffer.from('{}');

test.each<[string, Partial<BoxOutcome>, End]>([
  [
    'the zygote exited',
    { exit: undefined, lostReason: 'it hung', frame },
    { kind: 'sandboxFailed', reason: 'the zygote of the box exited: it hung' },
  ],
  ['the run was aborted', { stopped: 'aborted' }, { kind: 'sandboxFailed', reason: 'the run was aborted' }],
  [
    'the wall-time limit was reached',
    { stopped: 'wall', exit: { ...exit, signal: 9 } },
    { kind: 'overLimit', limit: 'wall' },
  ],
  [
    'the cgroup reported an OOM kill',
    { exit: { ...exit, signal: 9 }, usage: { peakBytes: 9, oomKills: 1 } },
    { kind: 'overLimit', limit: 'memory' },
  ],
  ['SIGKILL near the CPU limit', { exit: { ...exit, signal: 9, cpuMs: 700 } }, { kind: 'overLimit', limit: 'cpu' }],
  [
    'SIGKILL far below the CPU limit',
    { exit: { ...exit, signal: 9, cpuMs: 300 } },
    { kind: 'sandboxFailed', reason: 'the box was killed from outside the sandbox' },
  ],
  [
    'an answer over the CPU limit',
    { frame, exit: { ...exit, signal: 9, cpuMs: 1500 } },
    { kind: 'overLimit', limit: 'cpu' },
  ],
  ['an answer, followed by our SIGKILL', { frame, exit: { ...exit, signal: 9 } }, { kind: 'answered' }],
  ['SIGSYS', { exit: { ...exit, signal: 31 } }, { kind: 'forbiddenCall' }],
  ['SIGSEGV', { exit: { ...exit, signal: 11 } }, { kind: 'signalled', signal: 'SIGSEGV' }],
  ['an exit without an answer', { exit: { ...exit, code: 3 } }, { kind: 'exited', code: 3 }],
])('reports the end of a run: %s', (_name, seen, end) => {
  expect(endOf({ ...outcome, ...seen }, undefined, limits)).toEqual(end);
});
