import { makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TestGrader } from '../../test-grader';
import { GradeIntake } from './grade-intake';

const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';
const MADE = { kind: 'materialize', publicHash: 'a'.repeat(64), hiddenHash: 'b'.repeat(64) } as const;

let api: TestApi;
let grader: TestGrader;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startTestApi(scratch, { environment: { HOLDOUT_BANKS: 'bank' } });
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
});

/** A visitor who sends code before any case of the question has been generated. */
async function aHastySubmission(slug: string, purpose: 'run' | 'submit' = 'submit') {
  const client = new Practiser(api.url);
  const item = (await client.startPractice(slug)).items[0];
  const itemId = item?.id ?? '';
  const sent = await (purpose === 'submit' ? client.submitCode(itemId, SOURCE) : client.runCode(itemId, SOURCE));
  const groups = item?.content.groups.map(({ name }) => name) ?? [];
  return { client, itemId, groups, sent, id: (sent['submission'] as { id: string }).id };
}

/** The submission once it has this status. Repeats, since the background intake may be processing the report. */
async function once(client: Practiser, id: string, status: string): Promise<Record<string, unknown>> {
  for (;;) {
    await api.app.get(GradeIntake).takeAll();
    const submission = await client.submission(id);
    if (submission['status'] === status) return submission;
  }
}

test('code sent while its cases are being generated waits for them, and then in the queue', async () => {
  const { client, groups, sent, id } = await aHastySubmission('code.average-precision-ties');
  expect(sent).toMatchObject({ submission: { status: 'AWAITING_CASES', placeInQueue: null, verdict: null } });
  const making = await grader.claimNext();
  expect(making.job.kind).toBe('materialize');
  expect((await client.submission(id))['status']).toBe('AWAITING_CASES');
  await grader.complete(making.runId, MADE);
  expect(await client.submission(id)).toMatchObject({ status: 'QUEUED', placeInQueue: 1 });
  await grader.gradeNext({ kind: 'passed' }, groups);
  expect(await once(client, id, 'GRADED')).toMatchObject({ verdict: { kind: 'PASSED' } });
});

test('if generation of its cases fails, waiting code goes to a grader, and later code is refused', async () => {
  const { client, itemId, id } = await aHastySubmission('code.one-pass-variance', 'run');
  await grader.failNext('make() threw');
  expect(await once(client, id, 'QUEUED')).toMatchObject({ placeInQueue: 1 });
  await grader.failNext('the data of the bundle is not there');
  expect(await once(client, id, 'GRADED')).toMatchObject({ verdict: { kind: 'NOT_GRADED', reason: null } });
  let later = await client.submitCode(itemId, SOURCE);
  while (later['submission'] !== undefined) later = await client.submitCode(itemId, SOURCE);
  expect(later).toMatchObject({ gradingReason: 'CASES_FAILED' });
});
