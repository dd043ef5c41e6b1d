import type { End, Limits } from '@holdout/sandbox';
import type { BoxOutcome } from './box';
import { endOf } from './call-end';

const limits: Limits = { cpuMs: 1000, wallMs: 3000, memoryBytes: 1, outputBytes: 1 };
const exit = { signal: null, code: 0, cpuMs: 10, residentBytes: 1 };
const outcome: BoxOutcome = {
  exit,
  lostWith: '',
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
    'the zygote is lost',
    { exit: undefined, lostWith: 'it hung', frame },
    { kind: 'sandboxFailed', reason: 'the box was lost with its zygote: it hung' },
  ],
  ['nobody waits', { stopped: 'aborted' }, { kind: 'sandboxFailed', reason: 'the run was given up' }],
  ['the clock ran out', { stopped: 'wall', exit: { ...exit, signal: 9 } }, { kind: 'overLimit', limit: 'wall' }],
  [
    'memory ran out',
    { exit: { ...exit, signal: 9 }, usage: { peakBytes: 9, oomKills: 1 } },
    { kind: 'overLimit', limit: 'memory' },
  ],
  ['a kill nobody of ours sent', { exit: { ...exit, signal: 9, cpuMs: 700 } }, { kind: 'overLimit', limit: 'cpu' }],
  [
    'a kill from outside',
    { exit: { ...exit, signal: 9, cpuMs: 300 } },
    { kind: 'sandboxFailed', reason: 'the box was killed by somebody outside it' },
  ],
  [
    'an answer after too much processor time',
    { frame, exit: { ...exit, signal: 9, cpuMs: 1500 } },
    { kind: 'overLimit', limit: 'cpu' },
  ],
  ['an answer, and our kill on it', { frame, exit: { ...exit, signal: 9 } }, { kind: 'answered' }],
  ['a call of a foreign kind', { exit: { ...exit, signal: 31 } }, { kind: 'forbiddenCall' }],
  ['a crash', { exit: { ...exit, signal: 11 } }, { kind: 'signalled', signal: 'SIGSEGV' }],
  ['an exit without an answer', { exit: { ...exit, code: 3 } }, { kind: 'exited', code: 3 }],
])('%s is told apart', (_name, seen, end) => {
  expect(endOf({ ...outcome, ...seen }, undefined, limits)).toEqual(end);
});
