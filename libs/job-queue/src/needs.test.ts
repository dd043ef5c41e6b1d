import type { Language } from '@holdout/bank';
import type { Job } from '@holdout/grading';
import type { Languages } from './needs';
import { needsOf } from './needs';

const shown = { entry: 'total', starter: '', cpuSeconds: 1, memoryMb: 64 };
const aGradeJob = (language: Language): Job => ({
  kind: 'grade',
  language,
  submissionId: '1',
  bundleHash: 'a',
  scope: 'practice',
  source: '',
});
const materialize: Job = { kind: 'materialize', bundleHash: 'a', scope: 'practice', publicSeed: '1', hiddenSeed: '2' };

test.each<[Language, Languages, string]>([
  ['python', { python: shown }, 'python'],
  ['python', { python: { ...shown, packages: 'none' } }, 'python-plain'],
  ['sql', { sql: shown }, 'postgresql'],
  ['sql', { sql: { ...shown, dialect: 'sqlite' } }, 'sqlite'],
  ['r', { python: shown, r: shown }, 'r'],
  ['javascript', { javascript: shown }, 'javascript'],
  ['typescript', { typescript: shown }, 'javascript'],
])('a submission in %s to a question with %j needs %s only', (language, languages, profile) => {
  expect(needsOf(aGradeJob(language), languages)).toEqual([profile]);
  expect(needsOf({ ...aGradeJob(language), kind: 'run', ownInput: null } as Job, languages)).toEqual([profile]);
});

test('drawing variants needs JavaScript, the language of families', () => {
  expect(needsOf({ kind: 'drawVariants', bundleHash: 'a', seed: '0', count: 1 }, {})).toEqual(['javascript']);
});

test.each<[Languages, readonly string[]]>([
  [{ python: shown }, ['python']],
  [{ python: { ...shown, packages: 'none' } }, ['python', 'python-plain']],
  [{ sql: { ...shown, dialect: 'sqlite' } }, ['python', 'sqlite']],
  [{ typescript: shown, javascript: shown, r: shown }, ['python', 'r']],
  [{ python: shown, r: shown }, ['python']],
])(
  'generating cases for %j needs Python for the generator, and the language of the reference solution',
  (languages, profiles) => {
    expect(needsOf(materialize, languages)).toEqual(profiles);
  },
);
