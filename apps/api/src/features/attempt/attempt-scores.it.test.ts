import { AttemptScoreRepository } from '@holdout/persistence';
import { GradeIntake } from '../submission/grade-intake';
import { KEY, TestTaking } from '../taking/test-taking';
import { AttemptScores } from './attempt-scores';

const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';

const t = new TestTaking();
beforeAll(() => t.begin());
afterAll(() => t.end());

const scores = () => t.api.db.repo(AttemptScoreRepository);

/** An ended attempt with full marks for the choice and code that is still to be graded. */
async function handedIn() {
  const { client, attempt } = await t.started();
  const [choice, code] = attempt.items;
  await client.save(choice?.id ?? '', { choice: { picked: [KEY] } });
  await client.submitCode(code?.id ?? '', SOURCE);
  await client.submitAttempt(attempt.id);
  return attempt;
}

async function grade(): Promise<void> {
  await t.grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
  await t.api.app.get(GradeIntake).takeAll();
}

test('an open attempt has no score, also after code of it was graded', async () => {
  const { client, attempt } = await t.started();
  await client.submitCode(attempt.items[1]?.id ?? '', SOURCE);
  await grade();
  expect(await scores().find(attempt.id)).toBeNull();
});

test('the end writes the score with what still waits, and grading replaces it', async () => {
  const attempt = await handedIn();
  const before = await scores().find(attempt.id);
  expect(before).toMatchObject({ number: 1, earned: 3, possible: 4, pending: 1, cause: 'scored' });
  expect(before?.items).toMatchObject([
    { position: 1, weight: 3, earned: 1, possible: 1, state: 'answered', markedBy: 'key' },
    { position: 2, weight: 1, earned: 0, pending: expect.any(Number) as number, state: 'awaiting', markedBy: null },
  ]);
  await grade();
  const [after, ...others] = await scores().listHistory(attempt.id);
  expect(others).toEqual([]);
  expect(after).toMatchObject({ number: 1, possible: 4, pending: 0 });
  expect(after?.items.map(({ state }) => state)).toEqual(['answered', 'answered']);
});

test('after the release a change is a new number, and the score before it is kept', async () => {
  const attempt = await handedIn();
  await t.api.dataSource.query('update attempt set released_at = $2 where id = $1', [attempt.id, t.now]);
  await grade();
  const [first, second, ...others] = await scores().listHistory(attempt.id);
  expect([first, second]).toMatchObject([
    { number: 1, pending: 1 },
    { number: 2, pending: 0 },
  ]);
  expect(others).toEqual([]);
  expect(await scores().find(attempt.id)).toMatchObject({ number: 2 });
});

test('a refresh that changes nothing adds no number', async () => {
  const attempt = await handedIn();
  await t.api.dataSource.query('update attempt set released_at = $2 where id = $1', [attempt.id, t.now]);
  await t.api.db.transaction((tx) => t.api.app.get(AttemptScores).refresh(tx, attempt.id, { cause: 'reviewed' }));
  expect(await scores().listHistory(attempt.id)).toHaveLength(1);
});

test('an attempt that ended before attempts had a score gets one', async () => {
  const attempt = await handedIn();
  await t.api.dataSource.query('delete from attempt_score where attempt_id = $1', [attempt.id]);
  await t.api.app.get(AttemptScores).scoreUnscored();
  expect(await scores().find(attempt.id)).toMatchObject({ number: 1, earned: 3, possible: 4 });
});

test('refreshes of one attempt at once leave one score that counts', async () => {
  const attempt = await handedIn();
  await t.api.dataSource.query('update attempt set released_at = $2 where id = $1', [attempt.id, t.now]);
  await t.api.dataSource.query(
    `insert into score (id, attempt_item_id, state, raw, earned, possible, pending, marked_by, scored_at)
     select gen_random_uuid(), id, 'answered', '{}', 0, 1, 0, 'rescore', $2 from attempt_item where attempt_id = $1 and position = 1`,
    [attempt.id, t.now],
  );
  const refresh = () => t.api.db.transaction((tx) => t.api.app.get(AttemptScores).refresh(tx, attempt.id));
  await Promise.all([refresh(), refresh(), refresh()]);
  expect((await scores().listHistory(attempt.id)).map(({ number }) => number)).toEqual([1, 2]);
});
