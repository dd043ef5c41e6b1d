import { AttemptScoreRepository } from '@holdout/persistence';
import type { GraphQLClient } from '@holdout/testing';
import { CHOICE, KEY, TestTaking } from '../taking/test-taking';
import { Rescoring } from './rescoring';

const CORRECT = `mutation ($input: CorrectItemInput!) { correctItem(input: $input) { __typename
  ... on CorrectItemSuccess { correction { id kind reason madeBy } } ... on InvalidInputProblem { issues { field code } } } }`;
const LIST = 'query ($id: ID!) { itemCorrections(assessmentId: $id) { kind reason } }';

type Outcome = { readonly __typename: string; readonly correction?: { readonly id: string } };

const t = new TestTaking();
let manager: GraphQLClient;
let assessmentId: string;
let questionVersionId: string;
beforeAll(async () => {
  await t.begin();
  manager = await t.member('manager');
});
afterAll(() => t.end());

/** Corrections hold for an assessment, so each test has one of its own. */
beforeEach(async () => {
  t.versionId = await t.assessments.publish(t.organizationId, [
    { title: 'Metrics', entries: [{ slug: CHOICE }] },
    { title: 'More', entries: [{ slug: 'choice.more-trees' }] },
  ]);
  const [row] = await t.api.dataSource.query<{ assessment: string; question: string }[]>(
    `select v.assessment_id as assessment, q.current_version_id as question from assessment_version v, question q
     where v.id = $1 and q.slug = $2`,
    [t.versionId, CHOICE],
  );
  [assessmentId, questionVersionId] = [row?.assessment ?? '', row?.question ?? ''];
});

const scoreOf = (attemptId: string) => t.api.db.repo(AttemptScoreRepository).find(attemptId);

/** A second after what happened before. */
async function correct(input: object): Promise<Outcome> {
  t.now = new Date(t.now.getTime() + 1000);
  const { correctItem } = await manager.ask<{ correctItem: Outcome }>(CORRECT, {
    input: { assessmentId, questionVersionId, reason: 'Two options are right.', ...input },
  });
  if (correctItem.correction) await t.api.app.get(Rescoring).run(correctItem.correction.id as never);
  return correctItem;
}

/** An ended attempt in which the key of the first question was picked, or an option that is not the key. */
async function answered(isRight: boolean) {
  const { client, attempt } = await t.started();
  const shown = attempt.items[0]?.content.options.map(({ id }) => id) ?? [];
  const option = isRight ? KEY : (shown.find((id) => id !== KEY) ?? '');
  await client.save(attempt.items[0]?.id ?? '', { choice: { picked: [option] } });
  await client.submitAttempt(attempt.id);
  return { client, attempt, option };
}

test('a withdrawn question counts for nobody, and counts again when it is restored', async () => {
  const { attempt } = await answered(true);
  expect(await scoreOf(attempt.id)).toMatchObject({ earned: 1, possible: 2 });
  expect(await correct({ kind: 'WITHDRAWN' })).toMatchObject({ correction: { kind: 'WITHDRAWN', madeBy: 'manager' } });
  const withdrawn = await scoreOf(attempt.id);
  expect(withdrawn).toMatchObject({ earned: 0, possible: 1, cause: 'corrected', reason: 'Two options are right.' });
  expect(withdrawn?.items[0]).toMatchObject({ state: 'withdrawn' });
  await correct({ kind: 'RESTORED' });
  expect(await scoreOf(attempt.id)).toMatchObject({ earned: 1, possible: 2 });
  const audited = await t.api.dataSource.query<{ kind: string }[]>(
    `select detail ->> 'kind' as kind from audit where act = 'item.corrected' order by id desc limit 2`,
  );
  expect(audited.map(({ kind }) => kind)).toEqual(['restored', 'withdrawn']);
});

test('another key scores those again who have ended, and those who end later', async () => {
  const [ended, open] = [await answered(false), await t.started()];
  const wrong = ended.option;
  await open.client.save(open.attempt.items[0]?.id ?? '', { choice: { picked: [KEY] } });
  expect(await scoreOf(ended.attempt.id)).toMatchObject({ earned: 0, possible: 2 });
  await correct({ kind: 'REKEYED', key: { choice: { keys: [wrong] } } });
  expect(await scoreOf(ended.attempt.id)).toMatchObject({ earned: 1, possible: 2, cause: 'corrected' });
  await open.client.submitAttempt(open.attempt.id);
  expect(await scoreOf(open.attempt.id)).toMatchObject({ earned: 0, possible: 2 });
});

test('rescoring twice writes one score, and a restored key gives back what it gave', async () => {
  const { attempt, option: wrong } = await answered(false);
  const { correction } = await correct({ kind: 'REKEYED', key: { choice: { keys: [wrong] } } });
  await t.api.app.get(Rescoring).run(correction?.id as never);
  const rescored = await t.api.dataSource.query<object[]>(
    `select 1 from score where marked_by = 'rescore' and attempt_item_id = $1`,
    [attempt.items[0]?.id],
  );
  expect(rescored).toHaveLength(1);
  await correct({ kind: 'RESTORED' });
  expect(await scoreOf(attempt.id)).toMatchObject({ earned: 0, possible: 2 });
});

test('after the release the old score is kept, with the reason of the change on the new one', async () => {
  const { attempt, option: wrong } = await answered(false);
  await t.api.dataSource.query('update attempt set released_at = $2 where id = $1', [attempt.id, t.now]);
  await correct({ kind: 'REKEYED', key: { choice: { keys: [KEY, wrong] } } });
  const history = await t.api.db.repo(AttemptScoreRepository).listHistory(attempt.id);
  expect(history).toMatchObject([
    { number: 1, earned: 0, reason: null },
    { number: 2, earned: 1, reason: 'Two options are right.', cause: 'corrected' },
  ]);
});

test.each([
  ['no key', { kind: 'REKEYED' }, 'key', 'MISSING'],
  ['a key of another kind', { kind: 'REKEYED', key: { numeric: { absTol: 1 } } }, 'key', 'MALFORMED'],
  ['two keys', { kind: 'REKEYED', key: { choice: { keys: [KEY] }, text: { accept: ['a'] } } }, 'key', 'MALFORMED'],
  ['an unknown option', { kind: 'REKEYED', key: { choice: { keys: ['other'] } } }, 'key', 'MALFORMED'],
  ['no reason', { kind: 'WITHDRAWN', reason: ' ' }, 'reason', 'MISSING'],
])('a correction with %s is refused', async (_name, input, field, code) => {
  expect(await correct(input)).toMatchObject({ __typename: 'InvalidInputProblem', issues: [{ field, code }] });
});

test('a question that the assessment does not give is refused', async () => {
  const [row] = await t.api.dataSource.query<{ id: string }[]>(
    `select current_version_id as id from question where slug = 'code.average-precision-ties'`,
  );
  expect(await correct({ kind: 'WITHDRAWN', questionVersionId: row?.id })).toMatchObject({
    issues: [{ field: 'questionVersionId', code: 'UNKNOWN' }],
  });
});

test('corrections are listed newest first', async () => {
  await correct({ kind: 'WITHDRAWN' });
  await correct({ kind: 'RESTORED', reason: 'It was right.' });
  expect(await manager.ask(LIST, { id: assessmentId })).toEqual({
    itemCorrections: [
      { kind: 'RESTORED', reason: 'It was right.' },
      { kind: 'WITHDRAWN', reason: 'Two options are right.' },
    ],
  });
});
