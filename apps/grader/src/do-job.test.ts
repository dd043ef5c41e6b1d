import { type CodeBundle, hashOf, type NumericBundle } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import type { ClaimedJob, StoredData } from '@holdout/job-queue';
import { FakeSandbox, type Value } from '@holdout/sandbox';
import { Content } from './content';
import { doJob } from './do-job';

const FAMILY: NumericBundle = {
  format: 1,
  id: 'public/numeric.share',
  kind: 'numeric',
  title: 'A share',
  skills: ['eval.metrics'],
  level: 1,
  minutes: 2,
  licence: 'CC-BY-4.0',
  sources: [],
  candidate: { statement: 'Of {{n}}, how many?', hints: [], unit: '', writeAs: null },
  secret: { explanation: 'All.', family: { path: 'family.mjs', text: 'export const make = () => 0;' } },
};
const HASH = hashOf(FAMILY, sha256);
const { candidate: _asked, secret: _kept, ...HEAD } = FAMILY;
const CODE: CodeBundle = {
  ...HEAD,
  id: 'public/code.total',
  kind: 'code',
  candidate: {
    statement: 'Add up.',
    hints: [],
    datasets: [],
    languages: { python: { entry: 'total', starter: '', cpuSeconds: 1, memoryMb: 64 } },
    groups: [{ name: 'plain', title: 'Plain', points: 1, hint: null }],
  },
  secret: {
    explanation: '',
    make: { path: 'cases/make.py', text: '' },
    datasets: [],
    solutions: {},
    schema: null,
    compare: {
      type: 'value',
      relTol: 0,
      absTol: 0,
      rowOrder: 'kept',
      columnOrder: 'any',
      index: 'ignored',
      dtype: 'ignored',
    },
  },
};
const VARIANT: Value = { shown: { n: 5 }, answer: { value: 5, absTol: 0 }, wrong: [] };

function contentOf(bundle: NumericBundle | null): Content {
  return new Content({ findBundle: () => Promise.resolve(bundle), findData: () => Promise.resolve(null) });
}

const draw: ClaimedJob = {
  jobId: 'job',
  runId: 'run',
  job: { kind: 'drawVariants', bundleHash: HASH, seed: '00', count: 1 },
  isSystem: true,
  isLastTry: false,
};
const gradeIt: ClaimedJob = {
  ...draw,
  job: { kind: 'grade', submissionId: '1', bundleHash: HASH, scope: 'practice', language: 'python', source: '' },
};

const answering = (value: Value) =>
  new FakeSandbox(() => ({ end: { kind: 'answered' }, answer: { calls: [{ ok: true, value }] } }));
const broken = new FakeSandbox(() => ({ end: { kind: 'sandboxFailed', reason: 'no namespace' } }));

function run(claimed: ClaimedJob, sandbox: FakeSandbox, bundle: NumericBundle | null = FAMILY) {
  const queue = { putData: () => Promise.resolve(null) };
  return doJob(claimed, { content: contentOf(bundle), sandbox, queue }, new AbortController().signal);
}

test('variants drawn in the box are reported', async () => {
  const report = { kind: 'drawVariants', variants: [VARIANT] };
  expect(await run(draw, answering([VARIANT]))).toEqual({ kind: 'reported', report });
});

test('a family that returns something else is the author’s mistake and is not retried', async () => {
  expect(await run(draw, answering(7))).toMatchObject({
    kind: 'impossible',
    reason: expect.stringContaining('family.mjs') as string,
  });
});

test('a sandbox failure is a failure of ours', async () => {
  expect(await run(draw, broken)).toMatchObject({
    kind: 'notGraded',
    reason: expect.stringContaining('no namespace') as string,
  });
});

test.each<[string, ClaimedJob, NumericBundle | null, string]>([
  ['that is not stored', draw, null, 'is not stored'],
  ['that does not match its hash', draw, { ...FAMILY, title: 'Another' }, 'does not match its hash'],
  ['that has nothing to run', gradeIt, FAMILY, 'nothing to run'],
])('a question version %s is not graded', async (_, claimed, bundle, reason) => {
  const outcome = await run(claimed, answering([VARIANT]), bundle);
  expect(outcome).toMatchObject({ kind: 'notGraded', reason: expect.stringContaining(reason) as string, report: null });
});

test.each<[string, StoredData | null, string]>([
  ['not made yet', null, 'has not been made yet'],
  ['changed', { hash: '0'.repeat(64), content: { kind: 'calls', groups: [] } }, 'does not match its hash'],
])('a submission whose hidden data is %s is our failure, and has no report', async (_, data, reason) => {
  const hash = hashOf(CODE, sha256);
  const content = new Content({ findBundle: () => Promise.resolve(CODE), findData: () => Promise.resolve(data) });
  const job: ClaimedJob = {
    ...draw,
    job: { kind: 'grade', submissionId: '1', bundleHash: hash, scope: 'practice', language: 'python', source: '' },
  };
  const queue = { putData: () => Promise.resolve(null) };
  const outcome = await doJob(job, { content, sandbox: answering([]), queue }, new AbortController().signal);
  expect(outcome).toMatchObject({ kind: 'notGraded', reason: expect.stringContaining(reason) as string, report: null });
});
