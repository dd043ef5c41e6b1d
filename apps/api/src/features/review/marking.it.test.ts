import { randomUUID } from 'node:crypto';
import { type CandidateId, CandidateErasureRepository } from '@holdout/persistence';
import type { GraphQLClient } from '@holdout/testing';
import { HIGH, LOW, nextTask, openMarking, queuesOf, saveReview, TestReviewing } from './test-reviewing';

const t = new TestReviewing();
let ada: GraphQLClient;
let ben: GraphQLClient;
let queueId: string;

beforeAll(async () => {
  await t.begin();
  [ada, ben] = [await t.member('reviewer', 'ada'), await t.member('reviewer', 'ben')];
});
afterAll(() => t.end());

beforeEach(() => t.startAgain());

const findQueue = async (): Promise<string> => (queueId = await t.findQueue());
const queueOf = async (client: GraphQLClient) => (await queuesOf(client)).find(({ id }) => id === queueId);
const later = (minutes: number) => (t.now = new Date(t.now.getTime() + minutes * 60_000));

describe('an answer that no key decides', () => {
  test('waits in a queue when the attempt ends, and its score counts once it is marked', async () => {
    const { attemptId, itemId } = await t.answered('Volume first.');
    await findQueue();
    expect(await queueOf(ada)).toMatchObject({ kind: 'SCENARIO', toMark: 1, secondMarks: 0, doneCount: 0 });
    const task = await nextTask(ada, queueId);
    expect(task).toMatchObject({ number: 1, total: 1, answer: { texts: [{ text: 'Volume first.' }] }, review: null });
    expect(await saveReview(ada, queueId, task.id, { triage: 2, telling: 1 })).toEqual({
      __typename: 'SaveReviewSuccess',
    });
    expect(await t.scoresOf(itemId)).toEqual([
      { earned: 7, possible: 8, pending: 0, levels: { triage: 2, telling: 1 } },
    ]);
    const total = 'select earned, possible, pending from attempt_score where attempt_id = $1 and superseded_at is null';
    expect(await t.api.dataSource.query(total, [attemptId])).toEqual([{ earned: 0.875, possible: 1, pending: 0 }]);
    expect(await queueOf(ada)).toMatchObject({ toMark: 0, doneCount: 1, medianSeconds: 60 });
    expect(await openMarking(ada, queueId, 2)).toEqual({ __typename: 'QueueEmptyProblem' });
  });

  test('that is empty waits for nobody', async () => {
    const { client, attempt } = await t.started();
    await client.submitAttempt(attempt.id);
    await findQueue();
    expect(await queueOf(ada)).toBeUndefined();
  });

  test('of a short text or a design is marked beside what the key decides', async () => {
    const entries = [{ slug: 'text.example' }, { slug: 'design.example' }];
    await t.useVersion(await t.assessments.publish(t.organizationId, [{ title: 'Both', entries }], { minutes: 60 }));
    await t.plan({});
    const { client, attempt } = await t.started();
    const idOf = (kind: string): string => attempt.items.find((item) => item.kind === kind)?.id ?? '';
    await client.save(idOf('TEXT'), { text: { text: 'some other words' } });
    await client.save(idOf('DESIGN'), {
      design: { scene: null, blocks: [{ part: 'label', text: 'One turbine.' }], numbers: [] },
    });
    await client.submitAttempt(attempt.id);
    const sql = 'select id from review_queue where assessment_id = $1';
    const ids = (await t.api.dataSource.query<{ id: string }[]>(sql, [t.assessmentId])).map(({ id }) => id);
    const mine = (await queuesOf(ada)).filter(({ id }) => ids.includes(id));
    expect(mine.map(({ kind }) => kind).sort()).toEqual(['DESIGN', 'TEXT']);
    const text = mine.find(({ kind }) => kind === 'TEXT')?.id ?? '';
    const task = await nextTask(ada, text);
    expect(task).toMatchObject({
      answer: { text: 'some other words' },
      rubric: [{ id: 'meaning', levels: ['', ''] }],
      samples: [],
    });
    await saveReview(ada, text, task.id, { meaning: 1 });
    expect(await t.scoresOf(idOf('TEXT'))).toMatchObject([{ earned: 1, possible: 1 }]);
    const design = await nextTask(ada, mine.find(({ kind }) => kind === 'DESIGN')?.id ?? '');
    expect(design).toMatchObject({ detail: { __typename: 'DesignFeedback' }, samples: [{ name: 'STRONG' }, {}, {}] });
  });
});

describe('a mark', () => {
  test('needs a level of each criterion and short texts', async () => {
    await t.answered('Volume first.');
    const { id } = await nextTask(ada, await findQueue());
    const refused = (field: string, code: string) => ({ __typename: 'InvalidInputProblem', issues: [{ field, code }] });
    expect(await saveReview(ada, queueId, id, { triage: 2 })).toEqual(refused('levels', 'MISSING'));
    expect(await saveReview(ada, queueId, id, { triage: 3, telling: 0 })).toEqual(refused('levels', 'MISSING'));
    expect(await saveReview(ada, queueId, id, HIGH, { privateNote: 'x'.repeat(2001) })).toEqual(
      refused('privateNote', 'TOO_LONG'),
    );
    const comments = [{ criterion: 'other', text: 'Hm.' }];
    expect(await saveReview(ada, queueId, id, HIGH, { comments })).toEqual(refused('comments', 'UNKNOWN'));
  });

  test('is kept with its comments and notes, and is replaced by a later one; both stay stored', async () => {
    const { itemId } = await t.answered('Volume first.');
    const { id } = await nextTask(ada, await findQueue());
    const more = {
      comments: [{ criterion: 'triage', text: ' Names no order. ' }],
      noteToCandidate: 'Clear.',
      privateNote: 'Short.',
    };
    await saveReview(ada, queueId, id, LOW, more);
    expect((await nextTask(ada, queueId, 1)).review).toEqual({
      ...{ number: 1, isFlagged: false, noteToCandidate: 'Clear.', privateNote: 'Short.' },
      levels: [
        { criterion: 'triage', level: 0 },
        { criterion: 'telling', level: 0 },
      ],
      comments: [{ criterion: 'triage', text: 'Names no order.' }],
    });
    later(1);
    await saveReview(ada, queueId, id, HIGH);
    expect((await nextTask(ada, queueId, 1)).review).toMatchObject({ number: 2 });
    expect((await t.scoresOf(itemId)).map(({ earned }) => earned)).toEqual([0, 8]);
    expect(await t.api.dataSource.query('select number from review where task_id = $1', [id])).toHaveLength(2);
  });

  test('cannot be replaced once the report has been released', async () => {
    const { attemptId } = await t.answered('Volume first.');
    const { id } = await nextTask(ada, await findQueue());
    await saveReview(ada, queueId, id, HIGH);
    await t.api.dataSource.query('update attempt set released_at = now() where id = $1', [attemptId]);
    expect(await saveReview(ada, queueId, id, LOW)).toEqual({ __typename: 'ReviewFinalProblem' });
  });
});

describe('nothing that a reviewer can ask for', () => {
  test('names the candidate, the attempt, an account, or what another reviewer gave', async () => {
    await t.plan({ second_marks: 'all' });
    const { attemptId, itemId, email } = await t.answered('Volume first.');
    await findQueue();
    const mark = { privateNote: 'a private word', noteToCandidate: 'a word to the candidate', isFlagged: true };
    const first = await nextTask(ada, queueId);
    const comments = [{ criterion: 'triage', text: 'a comment on it' }];
    await saveReview(ada, queueId, first.id, { triage: 1, telling: 2 }, { ...mark, comments, seconds: 1234 });
    const shown = JSON.stringify([await queuesOf(ben), await openMarking(ben, queueId, 1)]);
    const people = await t.api.dataSource.query<Record<string, string | null>[]>(
      `select c.id, p.email, p.name, i.id as invitation, i.receipt_code from candidate c join candidate_profile p on p.candidate_id = c.id
       join attempt i on i.candidate_id = c.id where i.id = $1`,
      [attemptId],
    );
    const accounts = await t.api.dataSource.query<Record<string, string | null>[]>(
      'select account_id, email, display_name from account_profile',
    );
    const secret = [...people, ...accounts].flatMap((row) => Object.values(row)).filter((value) => value !== null);
    const hidden = [
      ...secret,
      attemptId,
      itemId,
      email,
      'a private word',
      'a word to',
      'a comment on',
      '1234',
      first.id,
    ];
    expect(people).toHaveLength(1);
    expect(hidden.filter((value) => shown.includes(value))).toEqual([]);
    expect(shown).toContain('Volume first.');
  });

  test('is of another organization', async () => {
    await t.answered('Volume first.');
    const { id } = await nextTask(ada, await findQueue());
    const organizationId = await t.assessments.organization('other');
    const other = await t.member('reviewer', 'other');
    await t.api.dataSource.query(
      `update member set organization_id = $1 where account_id =
         (select account_id from account_profile where email = 'other@acme.example')`,
      [organizationId],
    );
    await expect(openMarking(other, queueId, 1)).rejects.toThrow('NOT_FOUND');
    await expect(saveReview(other, queueId, id, HIGH)).rejects.toThrow('NOT_FOUND');
    await expect(openMarking(other, randomUUID(), 1)).rejects.toThrow('NOT_FOUND');
  });
});

test('erasing a candidate withdraws what waits, and deletes what was written about the answer', async () => {
  await t.plan({ second_marks: 'all' });
  const { attemptId } = await t.answered('Volume first.');
  const { id } = await nextTask(ada, await findQueue());
  await saveReview(ada, queueId, id, HIGH, { privateNote: 'a private word' });
  const sql = 'select candidate_id as id from attempt where id = $1';
  const [row] = await t.api.dataSource.query<{ id: CandidateId }[]>(sql, [attemptId]);
  await t.api.db.transaction(async (tx) => {
    await tx.repo(CandidateErasureRepository).close(row?.id ?? ('' as CandidateId), t.now);
    await tx.repo(CandidateErasureRepository).eraseWork(row?.id ?? ('' as CandidateId));
  });
  expect(await openMarking(ben, queueId, 1)).toEqual({ __typename: 'QueueEmptyProblem' });
  expect(await nextTask(ada, queueId, 1)).toMatchObject({ answer: null, review: { privateNote: '' } });
  expect(await t.api.dataSource.query('select levels from review where task_id = $1', [id])).toEqual([
    { levels: HIGH },
  ]);
});
