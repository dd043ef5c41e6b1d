import { type ModelBundle, hashOf } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import type { MaterializedModel } from '@holdout/grading';
import { type ClaimedJob, LEASE, type QueueClient } from '@holdout/job-queue';
import type { Run, Sandbox } from '@holdout/sandbox';
import { pino } from 'pino';
import { Content } from './content';
import { doJob } from './do-job';
import { Grader } from './grader';
import { JudgeThreads } from './judge-threads';

const table = { $: 'dataframe', index: [0, 1, 2, 3], columns: [] } as const;
const DATA: MaterializedModel = {
  kind: 'model',
  train: table,
  test: table,
  truth: [0, 1, 0, 1],
  resampleBy: null,
  baseline: 0.5,
  reference: 1,
};
const file = { path: 'file.py', text: '' };
const MODEL: ModelBundle = {
  format: 1,
  id: 'public/model.rank',
  kind: 'model',
  title: 'Rank',
  skills: ['eval.metrics'],
  level: 2,
  minutes: 10,
  licence: 'CC-BY-4.0',
  sources: [],
  candidate: {
    statement: 'Rank.',
    hints: [],
    datasets: [],
    languages: { python: { entry: 'rank', starter: '', cpuSeconds: 1, memoryMb: 64 } },
    metric: { name: 'average_precision', resample: 'rows', pass: 0.9, stretch: 0.95 },
  },
  secret: { explanation: '', make: file, datasets: [], solutions: {}, baseline: file },
};

/** A thread that reads predictions until the channel tells it to answer. */
const HELD = `import { BroadcastChannel, parentPort } from 'node:worker_threads';
  const channel = new BroadcastChannel('predictions');
  parentPort.on('message', (task) => {
    channel.onmessage = () => parentPort.postMessage({ isUnloaded: false, actual: null, predicted: { numbers: [0, 1, 0, 1] } });
    channel.postMessage(task.kind);
  });`;

/** What a box returns. Its answer is a long one, which must not be read in this thread. */
const RUN: Run = {
  end: { kind: 'answered' },
  frame: new TextEncoder().encode('{"calls": []}'),
  get answer(): unknown {
    throw new Error('the answer was read in the thread of the grader');
  },
  stdout: '',
  stderr: '',
  cpuMs: 1,
  wallMs: 1,
  memoryBytes: 1,
};
const sandbox: Sandbox = {
  run: () => Promise.resolve(RUN),
  describe: () => Promise.resolve([]),
  close: () => Promise.resolve(),
};

test('the lease of a job is renewed while long predictions are read', async () => {
  jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
  const channel = new BroadcastChannel('predictions');
  const begun = new Promise<unknown>((tell) => (channel.onmessage = ({ data }) => tell(data)));
  const judge = new JudgeThreads({
    entry: new URL(`data:text/javascript,${encodeURIComponent(HELD)}`),
    threads: 1,
    limitMs: 60_000,
  });
  const stopping = new AbortController();
  const claimed: ClaimedJob = {
    jobId: 'job',
    runId: 'run',
    job: {
      kind: 'run',
      submissionId: '1',
      bundleHash: hashOf(MODEL, sha256),
      scope: 'practice',
      language: 'python',
      source: '',
      ownInput: null,
    },
    isSystem: false,
    isLastTry: false,
  };
  const jobs = [claimed];
  const renewed: string[] = [];
  const reported = Promise.withResolvers<unknown>();
  const queue = {
    noticesSoFar: () => 0,
    claim: () => Promise.resolve(jobs.shift() ?? null),
    waitForJob: (_seen: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
    heartbeat: (runId: string) => Promise.resolve(renewed.push(runId) > 0),
    complete: (_runId: string, report: unknown) => {
      reported.resolve(report);
      return Promise.resolve(true);
    },
    giveBack: (_runId: string, reason: string) => Promise.reject(new Error(reason)),
    putData: () => Promise.resolve(null),
  } as unknown as QueueClient;
  const content = new Content({
    findBundle: () => Promise.resolve(MODEL),
    findData: () => Promise.resolve({ hash: hashOf(DATA, sha256), content: DATA }),
  });
  const tools = { content, sandbox: { ...sandbox, judge }, queue };
  const grader = new Grader({
    self: { id: 'g', host: 'h', version: '1' },
    queue,
    log: pino({ level: 'silent' }),
    slots: 1,
    work: (job, signal) => doJob(job, tools, signal),
  });
  const ended = grader.run(() => ['python'], stopping.signal);
  try {
    expect(await begun).toBe('predictions');
    jest.advanceTimersByTime(2.5 * LEASE.renewMs);
    expect(renewed).toEqual(['run', 'run']);
    channel.postMessage('answer');
    expect(await reported.promise).toMatchObject({ kind: 'run', report: { metric: { value: 1 } } });
  } finally {
    stopping.abort();
    await ended;
    channel.close();
    await judge.close();
    jest.useRealTimers();
  }
});
