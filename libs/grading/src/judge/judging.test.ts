import type { Run } from '@holdout/sandbox';
import { endedOf } from './judging';

const frame = new TextEncoder().encode('{"calls": []}');
const ran = { stdout: '', stderr: '', cpuMs: 1, wallMs: 1, memoryBytes: 1 } as const;

test('a long answer is sent on as its bytes, and is not parsed for it', () => {
  const run: Run = {
    ...ran,
    end: { kind: 'answered' },
    frame,
    get answer(): unknown {
      throw new Error('parsed');
    },
  };
  expect(endedOf(run)).toEqual({ end: { kind: 'answered' }, frame });
});

test('a short answer is sent on as it is', () => {
  expect(endedOf({ ...ran, end: { kind: 'answered' }, answer: 7 })).toEqual({ end: { kind: 'answered' }, answer: 7 });
});
