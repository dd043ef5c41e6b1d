import { type CallsTask, judgeHere, type PredictionsTask, type RowsTask } from '@holdout/grading';
import { JudgeThreads } from './judge-threads';

const MB = 1024 * 1024;
const limits = { cpuMs: 1000, wallMs: 5000, memoryBytes: 64 * MB, outputBytes: 8 * MB };
const rules = {
  type: 'value',
  relTol: 0,
  absTol: 0,
  rowOrder: 'kept',
  columnOrder: 'any',
  index: 'ignored',
  dtype: 'ignored',
} as const;
const answered = { kind: 'answered' } as const;
const answer = { calls: [{ ok: true, value: 3 }] };

const aTask = (run: CallsTask['run']): CallsTask => ({
  kind: 'calls',
  run,
  program: { limits },
  rights: [{ expected: 3 }],
  rules,
  sight: 'hidden',
  language: 'python',
});
const short = aTask({ end: answered, answer });
const long = aTask({ end: answered, frame: new TextEncoder().encode(JSON.stringify(answer)) });
const aTable = (rows: number): RowsTask => ({
  kind: 'rows',
  run: { end: answered, answer: { columns: [{ name: 'a', type: 'integer' }], rows: Array(rows).fill(['1']) } },
  limits,
  query: '',
  expected: { columns: [{ name: 'a', type: 'integer' }], rows: [['1']], truncated: false },
  rules: { type: 'rows', relTol: 0, absTol: 0, ordered: false, columnNames: 'kept' },
  sight: 'hidden',
});

const predictions = (run: CallsTask['run']): PredictionsTask => ({
  kind: 'predictions',
  run,
  program: { limits },
  count: 1,
  asked: { metric: { name: 'mae', resample: 'rows', pass: 1, stretch: 0 } },
  sight: 'hidden',
  language: 'python',
});
const one = { calls: [{ ok: true, value: [3] }] };
const framed = (value: unknown): CallsTask['run'] => ({
  end: answered,
  frame: new TextEncoder().encode(JSON.stringify(value)),
});

/** A thread that says of each task that it came here. */
const ECHO = `import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (task) => parentPort.postMessage({ elsewhere: task.kind }));`;
/** A thread that never ends a comparison of calls, fails at one with rules of rows and no limits, and echoes others. */
const STUCK = `import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (task) => {
    if (task.sight === 'public') throw new Error('a bug of ours');
    while (task.kind === 'calls');
    parentPort.postMessage({ elsewhere: task.kind });
  });`;

async function withThreads<T>(source: string, act: (judge: JudgeThreads) => Promise<T>): Promise<T> {
  const entry = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
  const judge = new JudgeThreads({ entry, threads: 1, limitMs: 2000 });
  try {
    return await act(judge);
  } finally {
    await judge.close();
  }
}

test('short answers are compared here, long ones in another thread, one after another', async () => {
  await withThreads(ECHO, async (judge) => {
    expect(await judge.calls(short)).toEqual(await judgeHere.calls(short));
    expect((await judge.rows(aTable(1))).verdict.kind).toBe('passed');
    const few = await judge.predictions(predictions({ end: answered, answer: one }));
    expect(few).toEqual({ isUnloaded: false, predicted: { numbers: [3] }, actual: null });
    const many = [judge.calls(long), judge.rows(aTable(5000)), judge.predictions(predictions(framed(one)))];
    expect(await Promise.all<unknown>(many)).toEqual([
      { elsewhere: 'calls' },
      { elsewhere: 'rows' },
      { elsewhere: 'predictions' },
    ]);
  });
});

test('an answer that takes too long to compare is invalid, and the thread is replaced', async () => {
  await withThreads(STUCK, async (judge) => {
    expect(await judge.calls(long)).toMatchObject({
      isUnloaded: false,
      calls: [{ verdict: { kind: 'invalidAnswer' } }],
    });
    expect(await judge.rows(aTable(5000))).toEqual({ elsewhere: 'rows' });
  });
});

test('a failure of a thread is a failure of ours, and the thread is replaced', async () => {
  await withThreads(STUCK, async (judge) => {
    await expect(judge.rows({ ...aTable(5000), sight: 'public' })).rejects.toThrow('a bug of ours');
    expect(await judge.rows(aTable(5000))).toEqual({ elsewhere: 'rows' });
  });
});

test('a thread that cannot start is a failure of ours', async () => {
  await withThreads("throw new Error('no module');", async (judge) => {
    await expect(judge.calls(long)).rejects.toThrow(/no module|has exited/);
  });
});

test('a frame is judged like its answer', async () => {
  expect(await judgeHere.calls(long)).toEqual(await judgeHere.calls(short));
});
