import type { GraphQLClient } from '@holdout/testing';
import { HIGH, LOW, nextTask, openMarking, queuesOf, saveReview, TestReviewing } from './test-reviewing';

const t = new TestReviewing();
let ada: GraphQLClient;
let ben: GraphQLClient;
let cleo: GraphQLClient;
let queueId: string;

beforeAll(async () => {
  await t.begin();
  [ada, ben, cleo] = [
    await t.member('reviewer', 'ada'),
    await t.member('reviewer', 'ben'),
    await t.member('reviewer', 'cleo'),
  ];
});
afterAll(() => t.end());

beforeEach(() => t.startAgain());

const findQueue = async (): Promise<string> => (queueId = await t.findQueue());
const queueOf = async (client: GraphQLClient) => (await queuesOf(client)).find(({ id }) => id === queueId);
const later = (minutes: number) => (t.now = new Date(t.now.getTime() + minutes * 60_000));

describe('two reviewers', () => {
  test('who ask at the same time never get the same answer, and get all of them', async () => {
    const count = 12;
    for (let index = 0; index < count; index += 1) await t.answered(`Answer ${index}.`);
    await findQueue();
    const seen: string[] = [];
    const markAll = async (client: GraphQLClient): Promise<void> => {
      for (;;) {
        const { task } = await openMarking(client, queueId, 1000);
        if (task === undefined) return;
        seen.push(task.id);
        expect(await saveReview(client, queueId, task.id, HIGH)).toEqual({ __typename: 'SaveReviewSuccess' });
      }
    };
    await Promise.all([ada, ben, cleo].map(markAll));
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
  });

  test('of whom one opens the next answer in two pages at once gets one answer', async () => {
    await t.answered('One.');
    await t.answered('Two.');
    await findQueue();
    const both = await Promise.all([1, 2, 3, 4].map(() => nextTask(ada, queueId)));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await queueOf(ben)).toMatchObject({ toMark: 1 });
  });

  test('see the answers in different orders, each always in the same', async () => {
    for (let index = 0; index < 6; index += 1) await t.answered(`Answer ${index}.`);
    await findQueue();
    const orderOf = async (client: GraphQLClient): Promise<string[]> => {
      const order: string[] = [];
      for (let number = 1; number <= 6; number += 1) {
        const { id } = await nextTask(client, queueId, number);
        order.push(id);
        await saveReview(client, queueId, id, HIGH);
      }
      return order;
    };
    const first = await orderOf(ada);
    await t.api.dataSource.query('update review_task set done_at = null, account_id = null where queue_id = $1', [
      queueId,
    ]);
    expect(await orderOf(ada)).toEqual(first);
    await t.api.dataSource.query('update review_task set done_at = null, account_id = null where queue_id = $1', [
      queueId,
    ]);
    expect((await orderOf(ben)).slice().sort()).toEqual(first.slice().sort());
  });

  test('may take an answer that another has opened and left for half an hour; the first can then no longer mark it', async () => {
    await t.answered('Volume first.');
    const { id } = await nextTask(ada, await findQueue());
    expect(await openMarking(ben, queueId, 1)).toEqual({ __typename: 'QueueEmptyProblem' });
    later(29);
    expect(await openMarking(ben, queueId, 1)).toEqual({ __typename: 'QueueEmptyProblem' });
    later(2);
    expect(await nextTask(ben, queueId)).toMatchObject({ id });
    expect(await saveReview(ada, queueId, id, HIGH)).toEqual({ __typename: 'ReviewTakenProblem' });
    expect(await saveReview(ben, queueId, id, HIGH)).toEqual({ __typename: 'SaveReviewSuccess' });
  });

  test('of whom the plan names one: the other gets nothing', async () => {
    const [row] = await t.api.dataSource.query<{ id: string }[]>(
      "select account_id as id from account_profile where email = 'ben@acme.example'",
    );
    await t.plan({ reviewer_ids: [row?.id] });
    await t.answered('Volume first.');
    await findQueue();
    expect(await openMarking(ada, queueId, 1)).toEqual({ __typename: 'QueueEmptyProblem' });
    expect(await nextTask(ben, queueId)).toMatchObject({ number: 1 });
  });
});

describe('a second mark', () => {
  test('goes to another reviewer, looks like a first one, and the mean counts', async () => {
    await t.plan({ second_marks: 'all' });
    const { itemId } = await t.answered('Volume first.');
    const first = await nextTask(ada, await findQueue());
    await saveReview(ada, queueId, first.id, { triage: 2, telling: 1 });
    expect(await t.scoresOf(itemId)).toEqual([]);
    expect(await openMarking(ada, queueId, 2)).toEqual({ __typename: 'QueueEmptyProblem' });
    expect(await queueOf(ben)).toMatchObject({ toMark: 0, secondMarks: 1 });
    const second = await nextTask(ben, queueId);
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(second).toMatchObject({ number: 1, total: 1, review: null });
    await saveReview(ben, queueId, second.id, { triage: 1, telling: 1 });
    expect(await t.scoresOf(itemId)).toMatchObject([{ earned: 5.5, levels: { triage: 1.5, telling: 1 } }]);
  });

  test('two reviewers who mark the same answer at the same time settle it once', async () => {
    await t.plan({ second_marks: 'all' });
    const { itemId } = await t.answered('Volume first.');
    await findQueue();
    const tasks = [await nextTask(ada, queueId), await nextTask(ben, queueId)];
    expect(tasks[0]?.id).not.toBe(tasks[1]?.id);
    await Promise.all([ada, ben].map((client, index) => saveReview(client, queueId, tasks[index]?.id ?? '', HIGH)));
    expect(await t.scoresOf(itemId)).toMatchObject([{ earned: 8 }]);
    expect(await openMarking(cleo, queueId, 1)).toEqual({ __typename: 'QueueEmptyProblem' });
  });

  test.each([
    ['near the pass line', { triage: 1, telling: 2 }, 1],
    ['far from it', HIGH, 0],
  ])(
    'near the pass line is asked for when all first marks are there: a total %s',
    async (_where, levels, secondMarks) => {
      await t.plan({ second_marks: 'nearPass', margin: 0.05 });
      const { itemId } = await t.answered('Volume first.');
      const { id } = await nextTask(ada, await findQueue());
      await saveReview(ada, queueId, id, levels);
      expect(await queueOf(ben)).toMatchObject({ secondMarks });
      expect(await t.scoresOf(itemId)).toHaveLength(1 - secondMarks);
    },
  );

  test('two levels apart opens a disagreement, and nothing is scored', async () => {
    await t.plan({ second_marks: 'all' });
    const { itemId } = await t.answered('Volume first.');
    await findQueue();
    for (const [client, levels] of [
      [ada, HIGH],
      [ben, LOW],
    ] as const) {
      await saveReview(client, queueId, (await nextTask(client, queueId)).id, levels);
    }
    expect(await t.scoresOf(itemId)).toEqual([]);
    for (const client of [ada, ben, cleo]) expect(await queueOf(client)).toMatchObject({ disagreementCount: 1 });
    const own = await nextTask(ada, queueId, 1);
    expect(await saveReview(ada, queueId, own.id, LOW)).toEqual({ __typename: 'ReviewFinalProblem' });
  });
});
