import { AttemptEnd } from './attempt-end';
import { makeScratchDatabase, type AttemptShape, type ItemShape, Practiser } from '@holdout/testing';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { startPreparedApi } from '../../test-prepared-api';

const CHOICE = 'choice.rare-event-accuracy';
const KEY = 'found-nothing';

let api: TestApi;
let now = new Date('2026-11-20T09:00:00.000Z');

beforeAll(async () => {
  api = await startPreparedApi(await makeScratchDatabase(API_TEMPLATE), { clock: { now: () => now } });
});
afterAll(() => api.stop());

const aPractiser = (): Practiser => new Practiser(api.url);
const only = (attempt: AttemptShape): ItemShape => attempt.items[0] as ItemShape;

describe('a quiz', () => {
  const wish = { skills: [], count: 4, minutes: 10 };
  const started = async (client: Practiser, minutes: number | null = 10): Promise<AttemptShape> =>
    (await client.startQuiz({ ...wish, minutes }))['attempt'] as AttemptShape;
  const countTexts = async (): Promise<number> => {
    const [row] = await api.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from question q join question_version v on v.id = q.current_version_id
       where v.kind = 'text'`,
    );
    return row?.count ?? 0;
  };
  /** The slugs of the items by id, which an open quiz does not show. */
  const slugsOf = async (attemptId: string): Promise<ReadonlyMap<string, string>> => {
    const rows = await api.dataSource.query<{ id: string; slug: string }[]>(
      `select i.id, q.slug from attempt_item i join question_version v on v.id = i.question_version_id
       join question q on q.id = v.question_id where i.attempt_id = $1`,
      [attemptId],
    );
    return new Map(rows.map(({ id, slug }) => [id, slug]));
  };

  test('draws the requested number of distinct questions, hides hints and answers, and has a deadline', async () => {
    const quiz = await started(aPractiser());
    expect(new Set((await slugsOf(quiz.id)).values()).size).toBe(4);
    expect(quiz.items.every((item) => item.feedback === null && item.content.hints.length === 0)).toBe(true);
    expect(quiz.closesAt).toBe(new Date(now.getTime() + 600_000).toISOString());
    expect(quiz.score).toBeNull();
  });

  test('names no question before it ends: neither title nor practice state', async () => {
    const client = aPractiser();
    const quiz = await started(client);
    const slugs = await slugsOf(quiz.id);
    expect(quiz.items.map(({ question }) => question)).toEqual(Array(4).fill(null));
    expect(JSON.stringify(await client.attempt(quiz.id))).not.toContain([...slugs.values()][0]);
    const ended = await client.submitAttempt(quiz.id);
    expect(ended.attempt?.items.map(({ id, question }) => question?.slug === slugs.get(id))).toEqual(
      Array(4).fill(true),
    );
  });

  test('draws code and models only when asked', async () => {
    const kinds = ['CODE', 'MODEL'];
    const quiz = (await aPractiser().startQuiz({ ...wish, kinds }))['attempt'] as AttemptShape;
    expect(quiz.items.map(({ content }) => content.__typename)).toEqual(Array(4).fill('CodeContent'));
    const unasked = (await aPractiser().startQuiz({ ...wish, count: 20 }))['attempt'] as AttemptShape;
    expect(unasked.items.some(({ content }) => content.__typename === 'CodeContent')).toBe(false);
  });

  test('draws no model whose cases do not exist yet', async () => {
    const available = async () => (await aPractiser().startQuiz({ ...wish, count: 40, kinds: ['MODEL'] }))['available'];
    const before = (await available()) as number;
    const [row] = await api.dataSource.query<{ versionId: string; doneAt: Date }[]>(
      `select p.question_version_id as "versionId", p.done_at as "doneAt" from preparation p
       join question_version v on v.id = p.question_version_id where v.kind = 'model' limit 1`,
    );
    const setDone = (at: Date | undefined | null) =>
      api.dataSource.query('update preparation set done_at = $2 where question_version_id = $1', [row?.versionId, at]);
    await setDone(null);
    try {
      expect(await available()).toBe(before - 1);
    } finally {
      await setDone(row?.doneAt);
    }
  });

  test('reports the number of available questions if there are too few', async () => {
    expect(await aPractiser().startQuiz({ ...wish, kinds: ['TEXT'], count: 40 })).toMatchObject({
      __typename: 'NotEnoughQuestionsProblem',
      available: await countTexts(),
    });
  });

  test.each([
    [{ count: 0 }, { field: 'count', code: 'TOO_SMALL', limit: 1 }],
    [{ count: 41 }, { field: 'count', code: 'TOO_LARGE', limit: 40 }],
    [{ minutes: 0 }, { field: 'minutes', code: 'TOO_SMALL', limit: 1 }],
    [{ kinds: [] }, { field: 'kinds', code: 'MISSING' }],
    [{ minutes: 181 }, { field: 'minutes', code: 'TOO_LARGE', limit: 180 }],
  ])('is not drawn with %j', async (wrong, issue) => {
    expect(await aPractiser().startQuiz({ ...wish, ...wrong })).toMatchObject({ issues: [issue] });
  });

  test('reveals nothing on request before it ends', async () => {
    const client = aPractiser();
    const quiz = await started(client);
    const mutation = 'mutation ($input: RevealExplanationInput!) { revealExplanation(input: $input) { __typename } }';
    expect(await client.refusal(mutation, { input: { itemId: only(quiz).id, revision: 0 } })).toEqual(['NOT_FOUND']);
  });

  test('is scored when it is submitted, and does not change afterwards', async () => {
    const client = aPractiser();
    const quiz = await started(client);
    const slugs = await slugsOf(quiz.id);
    const rare = quiz.items.find(({ id }) => slugs.get(id) === CHOICE);
    if (rare) await client.save(rare.id, { choice: { picked: [KEY] } });
    await client.flag(only(quiz).id, true);
    await client.present(only(quiz).id);
    const ended = await client.submitAttempt(quiz.id);
    expect(ended.attempt).toMatchObject({ endedBy: 'CANDIDATE', score: { earned: rare ? 1 : 0, possible: 4 } });
    expect(ended.attempt?.items.every((item) => item.feedback !== null)).toBe(true);
    expect(await client.submitAttempt(quiz.id)).toEqual(ended);
    const states = await api.dataSource.query<{ state: string }[]>(
      'select s.state from score s join attempt_item i on i.id = s.attempt_item_id where i.attempt_id = $1',
      [quiz.id],
    );
    expect(states).toHaveLength(4);
    expect(new Set(states.map(({ state }) => state)).has('notReached')).toBe(true);
  });

  test('is ended by the server’s clock: answers saved before count, those of the grace too, later ones are refused', async () => {
    const client = aPractiser();
    const quiz = (await client.startQuiz({ ...wish, kinds: ['NUMERIC'] }))['attempt'] as AttemptShape;
    const item = quiz.items.find(({ content }) => content.__typename === 'NumericContent') as ItemShape;
    await client.save(item.id, { numeric: { text: '7.5' } });
    const began = now;
    try {
      now = new Date(began.getTime() + 629_000);
      expect((await client.save(item.id, { numeric: { text: '7.5' } })).__typename).toBe('SaveResponseSuccess');
      expect(await client.attempt(quiz.id)).toMatchObject({ endedAt: null });
      now = new Date(began.getTime() + 630_000);
      const late = await client.save(item.id, { numeric: { text: '1' } });
      expect(late).toMatchObject({ __typename: 'AttemptClosedProblem', closedAt: quiz.closesAt });
      now = new Date(began.getTime() + 700_000);
      const ended = await client.attempt(quiz.id);
      expect(ended).toMatchObject({ endedBy: 'CLOCK', endedAt: quiz.closesAt, score: { earned: 1, possible: 4 } });
    } finally {
      now = began;
    }
  });

  test('submitted after its deadline ends at the deadline, by the clock; a page whose clock ran out early ends nothing', async () => {
    const client = aPractiser();
    const quiz = (await client.startQuiz({ ...wish, kinds: ['NUMERIC'] }))['attempt'] as AttemptShape;
    const began = now;
    try {
      const early = await client.submitAttempt(quiz.id, true);
      expect(early.attempt).toMatchObject({ endedAt: null, score: null });
      now = new Date(began.getTime() + 605_000);
      const ended = await client.submitAttempt(quiz.id, true);
      expect(ended.attempt).toMatchObject({ endedBy: 'CLOCK', endedAt: quiz.closesAt });
    } finally {
      now = began;
    }
  });

  test('is ended by the background job at its deadline if it is not read', async () => {
    const client = new Practiser(api.url);
    const quiz = (await client.startQuiz({ skills: [], count: 2, minutes: 10 }))['attempt'] as AttemptShape;
    const row = () =>
      api.dataSource.query<object[]>('select ended_at, ended_by, closes_at from attempt where id = $1', [quiz.id]);
    const closesAt = new Date(now.getTime() + 10 * 60_000);
    await api.app.get(AttemptEnd).endAllOverdue();
    expect(await row()).toEqual([{ ended_at: null, ended_by: null, closes_at: closesAt }]);
    now = new Date(now.getTime() + 60 * 60_000);
    await api.app.get(AttemptEnd).endAllOverdue();
    expect(await row()).toEqual([{ ended_at: closesAt, ended_by: 'clock', closes_at: closesAt }]);
    const scores = 'select from score s join attempt_item i on i.id = s.attempt_item_id where i.attempt_id = $1';
    expect(await api.dataSource.query(scores, [quiz.id])).toHaveLength(2);
  });

  test('without a time limit stays open', async () => {
    const client = aPractiser();
    const quiz = await started(client, null);
    expect(quiz.closesAt).toBeNull();
    expect(await client.ask('{ openQuiz { id } }')).toEqual({ openQuiz: { id: quiz.id } });
  });
});
