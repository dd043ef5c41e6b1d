import { type AttemptShape, type ItemShape, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { TestGrader } from '../../test-grader';
import { startPreparedApi } from '../../test-prepared-api';
import { GradeIntake } from '../submission/grade-intake';

const SENT = 'def solve():\n    return 1\n';
const SAVED = 'def solve():\n    return 2\n';

let api: TestApi;
let grader: TestGrader;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startPreparedApi(scratch);
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
});

type CodeQuiz = { client: Practiser; quiz: AttemptShape; item: ItemShape; language: string; slug: string };

async function aCodeQuiz(): Promise<CodeQuiz> {
  const client = new Practiser(api.url);
  const wish = { skills: [], count: 1, minutes: 10, kinds: ['CODE'] };
  const quiz = (await client.startQuiz(wish))['attempt'] as AttemptShape;
  const item = quiz.items[0] as ItemShape;
  const [row] = await api.dataSource.query<{ language: string; slug: string }[]>(
    `select v.languages[1] as language, q.slug from attempt_item i
     join question_version v on v.id = i.question_version_id join question q on q.id = v.question_id where i.id = $1`,
    [item.id],
  );
  return { client, quiz, item, language: row?.language.toUpperCase() ?? '', slug: row?.slug ?? '' };
}

const idOf = (sent: { readonly [field: string]: unknown }): string => (sent['submission'] as { id: string }).id;

const listSources = (itemId: string) =>
  api.dataSource.query<{ source: string }[]>(
    "select source from submission where attempt_item_id = $1 and purpose = 'submit' order by sent_at, id",
    [itemId],
  );

/** What the catalogue and the progress page say about a question. */
async function learned(client: Practiser, slug: string): Promise<{ state: string; skills: number }> {
  const query = 'query ($slug: String!) { question(slug: $slug) { practiceState } progress { skills { n } } }';
  type Answer = { question: { practiceState: string }; progress: { skills: readonly unknown[] } };
  const { question, progress } = await client.ask<Answer>(query, { slug });
  return { state: question.practiceState, skills: progress.skills.length };
}

async function gradeNext(item: ItemShape): Promise<void> {
  await grader.gradeNext(
    { kind: 'passed' },
    item.content.groups.map(({ name }) => name),
  );
  await reportsTaken();
}

/** The background intake of this process may be processing a report, so repeat until none waits. */
async function reportsTaken(): Promise<void> {
  const waiting = 'select from grading.report where taken_at is null';
  do await api.app.get(GradeIntake).takeAll();
  while ((await api.dataSource.query<object[]>(waiting)).length > 0);
}

test('code submitted in an open quiz is RECEIVED; its verdict and points are shown after the quiz ends', async () => {
  const { client, quiz, item, language, slug } = await aCodeQuiz();
  const sent = await client.submitCode(item.id, SENT, { language });
  expect(sent).toMatchObject({ submission: { status: 'RECEIVED', verdict: null, placeInQueue: null } });
  await gradeNext(item);
  const hidden = { status: 'RECEIVED', verdict: null, groups: [] };
  expect(await client.submission(idOf(sent))).toMatchObject(hidden);
  expect(await learned(client, slug)).toEqual({ state: 'NEW', skills: 0 });
  const ended = await client.submitAttempt(quiz.id);
  expect(ended.attempt?.score).toMatchObject({ earned: 1, possible: 1, pending: 0 });
  expect(await client.submission(idOf(sent))).toMatchObject({ status: 'GRADED', verdict: { kind: 'PASSED' } });
  expect(await learned(client, slug)).toMatchObject({ state: 'DONE' });
  expect(await listSources(item.id)).toEqual([{ source: SENT }]);
});

test('code that was saved but not submitted is submitted when the quiz ends, and counts once it is graded', async () => {
  const { client, quiz, item, language } = await aCodeQuiz();
  await client.save(item.id, { code: { language, source: SAVED } });
  const ended = await client.submitAttempt(quiz.id);
  expect(ended.attempt?.score).toMatchObject({ earned: 0, possible: 1, pending: 1 });
  expect(ended.attempt?.items[0]?.feedback).toMatchObject({ earned: 0, possible: 1, pending: 1, markedBy: null });
  expect(await listSources(item.id)).toEqual([{ source: SAVED }]);
  await gradeNext(item);
  expect((await client.attempt(quiz.id)).score).toMatchObject({ earned: 1, possible: 1, pending: 0 });
});

test('a code item without an answer is omitted, and nothing is submitted for it', async () => {
  const { client, quiz, item } = await aCodeQuiz();
  await client.present(item.id);
  const ended = await client.submitAttempt(quiz.id);
  expect(ended.attempt?.score).toMatchObject({ earned: 0, possible: 1, pending: 0 });
  expect(await listSources(item.id)).toEqual([]);
});

test('a failed grading leaves the point pending', async () => {
  const { client, quiz, item, language } = await aCodeQuiz();
  await client.submitCode(item.id, SENT, { language });
  await client.submitAttempt(quiz.id);
  await grader.failNext('the box was lost');
  await reportsTaken();
  expect((await client.attempt(quiz.id)).score).toMatchObject({ earned: 0, possible: 1, pending: 1 });
});
