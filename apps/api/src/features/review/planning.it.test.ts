import type { GraphQLClient } from '@holdout/testing';
import { Planning } from './planning';
import { HIGH, nextTask, openMarking, queuesOf, saveReview, send, TestReviewing } from './test-reviewing';

const t = new TestReviewing();
let manager: GraphQLClient;
let ada: GraphQLClient;
let ben: GraphQLClient;
let queueId: string;

beforeAll(async () => {
  await t.begin();
  manager = await t.member('manager');
  ada = await t.member('reviewer', 'ada');
  ben = await t.member('reviewer', 'ben');
});
afterAll(() => t.end());
beforeEach(() => t.startAgain());

const PLAN = `secondMarks daysDue calibrates reviewerIds reviewers { name }
  queues { id round answers firstDone secondMarks overdue loads { reviewer { name } open done } rubricChanges { kind criterion before after } }`;
const save = (more: object = {}) =>
  send<{ __typename: string; plan?: object; issues?: object[] }>(
    manager,
    'saveReviewPlan',
    {
      assessmentId: t.assessmentId,
      secondMarks: 'NONE',
      share: 0.2,
      margin: 0.05,
      reviewerIds: [],
      calibrates: false,
      ...more,
    },
    `... on SaveReviewPlanSuccess { plan { ${PLAN} } }`,
  );
const assign = (shares: readonly object[]) =>
  send<{ __typename: string; plan?: object; assignedCount?: number }>(
    manager,
    'assignReviews',
    { queueId, shares },
    `... on AssignReviewsSuccess { assignedCount plan { ${PLAN} } }`,
  );
const queueOf = async (client: GraphQLClient) => (await queuesOf(client)).find(({ id }) => id === queueId);

describe('a plan', () => {
  test('opens second marks of answers that wait, and withdraws those that nobody has begun', async () => {
    await t.answered('One.');
    await t.answered('Two.');
    queueId = await t.findQueue();
    expect(await save({ secondMarks: 'ALL' })).toMatchObject({
      plan: { secondMarks: 'ALL', queues: [{ answers: 2, secondMarks: 2 }] },
    });
    expect(await save()).toMatchObject({ plan: { queues: [{ answers: 2, secondMarks: 0 }] } });
    expect(await t.audited('review.planned')).toHaveLength(2);
  });

  test('that no longer asks for a second mark lets the first count', async () => {
    await save({ secondMarks: 'ALL' });
    const { itemId } = await t.answered('One.');
    queueId = await t.findQueue();
    await saveReview(ada, queueId, (await nextTask(ada, queueId)).id, HIGH);
    expect(await t.scoresOf(itemId)).toEqual([]);
    await save();
    expect(await t.scoresOf(itemId)).toMatchObject([{ earned: 8 }]);
  });

  test('sets when answers are due, also of those that wait', async () => {
    await t.answered('One.');
    queueId = await t.findQueue();
    await save({ daysDue: 3 });
    const dueAt = new Date(t.now.getTime() + 3 * 86_400_000).toISOString();
    expect(await queueOf(ada)).toMatchObject({ dueAt });
  });

  test.each([
    ['a share of nothing', { share: 0 }, { field: 'share', code: 'TOO_SMALL' }],
    ['a margin of more than all', { margin: 1.1 }, { field: 'margin', code: 'TOO_LARGE' }],
    ['too many days', { daysDue: 91 }, { field: 'daysDue', code: 'TOO_LARGE' }],
    [
      'someone who is no reviewer',
      { reviewerIds: ['01990000-0000-7000-8000-00000000000f'] },
      { field: 'reviewerIds', code: 'UNKNOWN' },
    ],
  ])('with %s is refused', async (_what, more, issue) => {
    expect(await save(more)).toEqual({ __typename: 'InvalidInputProblem', issues: [issue] });
  });
});

describe('assigning', () => {
  test('gives answers in proportion to the shares, and only to their reviewer', async () => {
    for (let index = 0; index < 4; index += 1) await t.answered(`Answer ${index}.`);
    queueId = await t.findQueue();
    const shares = [
      { reviewerId: await t.accountOf('ada'), share: 3 },
      { reviewerId: await t.accountOf('ben'), share: 1 },
    ];
    expect(await assign(shares)).toMatchObject({
      assignedCount: 4,
      plan: {
        queues: [
          {
            loads: [
              { reviewer: { name: 'ada' }, open: 3, done: 0 },
              { reviewer: { name: 'ben' }, open: 1 },
            ],
          },
        ],
      },
    });
    expect(await queueOf(ada)).toMatchObject({ toMark: 3 });
    expect(await queueOf(ben)).toMatchObject({ toMark: 1 });
    await saveReview(ben, queueId, (await nextTask(ben, queueId)).id, HIGH);
    expect(await openMarking(ben, queueId, 2)).toEqual({ __typename: 'QueueEmptyProblem' });
    expect(await assign([])).toMatchObject({ assignedCount: 3 });
    expect(await queueOf(ben)).toMatchObject({ toMark: 3 });
    expect(await t.audited('review.assigned')).toHaveLength(2);
  });

  test('never gives both marks of an answer to one reviewer', async () => {
    await save({ secondMarks: 'ALL' });
    await t.answered('One.');
    queueId = await t.findQueue();
    expect(await assign([{ reviewerId: await t.accountOf('ada'), share: 1 }])).toMatchObject({ assignedCount: 1 });
    const of = [await queueOf(ada), await queueOf(ben)].map((queue) => [queue?.toMark, queue?.secondMarks]);
    expect(of.sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(await nextTask(ada, queueId)).toMatchObject({ number: 1, total: 1 });
  });

  test('of someone who has lost the role leaves the answer to all', async () => {
    await t.answered('One.');
    queueId = await t.findQueue();
    const gone = await t.member('reviewer', 'gone');
    await assign([{ reviewerId: await t.accountOf('gone'), share: 1 }]);
    expect(await queueOf(gone)).toMatchObject({ toMark: 1 });
    expect(await queueOf(ada)).toMatchObject({ toMark: 0 });
    await t.api.dataSource.query('delete from member where account_id = $1', [await t.accountOf('gone')]);
    expect(await nextTask(ada, queueId)).toMatchObject({ number: 1 });
  });
});

describe('marking again by a changed rubric', () => {
  const regrade = () =>
    send<{ __typename: string }>(
      manager,
      'startRegrade',
      { queueId, reason: 'Level 1 was unclear.' },
      `... on StartRegradeSuccess { answerCount plan { ${PLAN} } }`,
    );

  /** Publishes the scenario again with another description of a level, and another weight. */
  async function changeRubric(): Promise<void> {
    const [version] = await t.api.dataSource.query<{ id: string; secret: { rubric: Record<string, unknown>[] } }[]>(
      `select v.id, v.secret_part as secret from review_queue q join question_version v on v.id = q.question_version_id where q.id = $1`,
      [queueId],
    );
    const rubric = version?.secret.rubric.map((each) => (each['id'] === 'triage' ? { ...each, weight: 4 } : each));
    await t.api.dataSource.query(
      `with made as (insert into question_version select gen_random_uuid(), question_id, content_hash || gen_random_uuid(), kind, title, level,
           minutes, licence, sources, languages, candidate_part, $2, loaded_at, search_words, subtitle from question_version where id = $1
         returning id, question_id)
       update question q set current_version_id = made.id from made where q.id = made.question_id`,
      [version?.id, { ...version?.secret, rubric }],
    );
  }

  test('asks for all marks again, shows what changed, and lets the old ones count until then', async () => {
    const { itemId } = await t.answered('One.');
    await t.answered('Two, not marked yet.');
    queueId = await t.findQueue();
    const { id } = await nextTask(ada, queueId);
    await saveReview(ada, queueId, id, HIGH);
    const scored = (await t.scoresOf(itemId)).length;
    expect(await regrade()).toEqual({ __typename: 'RubricUnchangedProblem' });
    await changeRubric();
    expect(await save()).toMatchObject({
      plan: {
        queues: [{ round: 1, rubricChanges: [{ kind: 'WEIGHT', criterion: 'triage', before: '3', after: '4' }] }],
      },
    });
    expect(await regrade()).toMatchObject({
      answerCount: 2,
      plan: { queues: [{ round: 2, answers: 2, firstDone: 0, rubricChanges: [] }] },
    });
    expect(await saveReview(ada, queueId, id, HIGH)).toEqual({ __typename: 'ReviewTakenProblem' });
    for (const number of [1, 2]) await saveReview(ada, queueId, (await nextTask(ada, queueId, number)).id, HIGH);
    expect(
      await t.api.dataSource.query('select possible from score where marked_by = $1 and raw ->> $2 = $3', [
        'reviewer',
        'round',
        '2',
      ]),
    ).toEqual([{ possible: 10 }, { possible: 10 }]);
    expect(await t.api.dataSource.query('select number from review where task_id = $1', [id])).toHaveLength(1);
    expect(scored).toBeLessThanOrEqual(1);
    expect(await t.audited('review.regraded')).toHaveLength(1);
  });
});

test('marks near the pass line that waited for the grading of code count once it is there', async () => {
  await t.plan({ second_marks: 'nearPass' });
  const { itemId } = await t.answered('One.');
  queueId = await t.findQueue();
  await t.api.dataSource.query('update review_plan set margin = 1 where assessment_id = $1', [t.assessmentId]);
  await saveReview(ada, queueId, (await nextTask(ada, queueId)).id, HIGH);
  expect(await t.scoresOf(itemId)).toEqual([]);
  await t.plan({ second_marks: 'nearPass', margin: 0.01 });
  await t.api.app.get(Planning, { strict: false }).settleAll(null);
  expect(await t.scoresOf(itemId)).toHaveLength(1);
});
