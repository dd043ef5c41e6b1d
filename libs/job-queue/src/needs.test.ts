import type { Job } from '@holdout/grading';
import { needsOf } from './needs';

const code = { submissionId: '1', bundleHash: 'a', scope: 'practice', source: '', ownInput: null };

test.each<[string, Job, readonly string[]]>([
  ['a Python submission', { kind: 'grade', language: 'python', ...code }, ['python']],
  ['a run of SQL', { kind: 'run', language: 'sql', ...code }, ['postgresql']],
  ['the drawing of variants', { kind: 'drawVariants', bundleHash: 'a', seed: '0', count: 1 }, ['javascript']],
])('%s needs its own profile only', (_, job, profiles) => {
  expect(needsOf(job, [])).toEqual(profiles);
});

test('making cases needs Python for the generator, and each language for its reference solution', () => {
  const job = { kind: 'materialize', bundleHash: 'a', scope: 'practice', publicSeed: '1', hiddenSeed: '2' } as const;
  expect(needsOf(job, ['python'])).toEqual(['python']);
  expect(needsOf(job, ['python', 'sql'])).toEqual(['python', 'postgresql']);
});
