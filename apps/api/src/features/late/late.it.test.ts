import { randomUUID } from 'node:crypto';
import type { MemberRole } from '@holdout/persistence';
import { CHOICE, CODE, KEY } from '../taking/test-taking';
import { ADMIT, LIST, pick, REASON, RULES, TestLate } from './test-late';

const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';

const t = new TestLate();
beforeAll(() => t.begin());
afterAll(() => t.end());

test('what arrives in the grace counts; what comes later is kept, does not count, and members see it beside what counted', async () => {
  const { client, invitation, attempt, choice } = await t.begun();
  t.pass(3600 + 29);
  expect(await pick(client, choice, [])).toMatchObject({ __typename: 'SaveResponseSuccess' });
  t.pass(1);
  const revisionId = randomUUID();
  const late = await pick(client, choice, [KEY], { revisionId });
  expect(late).toMatchObject({ __typename: 'AttemptClosedProblem', closedAt: attempt.closesAt, isKept: true });
  expect(await t.lateOf(invitation)).toEqual([
    {
      ...{ id: revisionId, attemptId: attempt.id, invitationId: invitation.id, position: 1, kind: 'CHOICE' },
      ...{ title: expect.any(String), cause: 'TIME', closedAt: attempt.closesAt, arrivedAt: t.now.toISOString() },
      ...{ answer: { picked: [KEY] }, counted: { revision: 1, answer: { picked: [] } }, admission: null },
    },
  ]);
  const { items } = await client.attempt(attempt.id);
  expect(items.find(({ id }) => id === choice)?.response?.answer).toEqual({ picked: [] });
  const revisions = `query ($id: ID!) { revisions(itemId: $id, first: 20) { edges { node { number } } } }`;
  expect(await client.ask(revisions, { id: choice })).toEqual({ revisions: { edges: [{ node: { number: 1 } }] } });
  const count = 'query ($id: ID!) { attempt(id: $id) { lateAnswerCount } }';
  expect(await client.ask(count, { id: attempt.id })).toEqual({ attempt: { lateAnswerCount: 1 } });
  expect(await t.totalOf(invitation)).toMatchObject({ total: { earned: 0 } });
});

test('an answer that is repeated is kept once; one that says what counts is saved', async () => {
  const { client, invitation, choice } = await t.begun();
  await pick(client, choice, [KEY]);
  t.pass(3700);
  const revisionId = randomUUID();
  for (let n = 0; n < 2; n += 1) expect(await pick(client, choice, [], { revisionId })).toMatchObject({ isKept: true });
  expect(await pick(client, choice, [])).toMatchObject({ isKept: true });
  expect(await pick(client, choice, [KEY])).toMatchObject({
    __typename: 'SaveResponseSuccess',
    response: { revision: 1 },
  });
  expect(await t.lateOf(invitation)).toHaveLength(1);
});

test('two pages at once with the same save keep it once', async () => {
  const { client, invitation, choice } = await t.begun();
  t.pass(3700);
  const revisionId = randomUUID();
  const answers = await Promise.all([1, 2].map(() => pick(client, choice, [KEY], { revisionId, basedOn: 0 })));
  expect(answers.map((each) => each['isKept'])).toEqual([true, true]);
  expect(await t.lateOf(invitation)).toHaveLength(1);
});

test('of one item the newest ten are kept', async () => {
  const { client, invitation, code } = await t.begun();
  t.pass(3700);
  for (let n = 1; n <= 13; n += 1) {
    t.pass(1);
    await client.save(code, { code: { language: 'PYTHON', source: `n = ${n}` } });
  }
  const kept = (await t.lateOf(invitation)).map(({ answer }) => (answer as { source: string }).source);
  expect(kept).toEqual(Array.from({ length: 10 }, (_, n) => `n = ${13 - n}`));
});

test('what comes after a submission, and after a question was left for good, is kept as well and says why', async () => {
  const { client, invitation, attempt, choice } = await t.begun();
  await client.submitAttempt(attempt.id);
  t.pass(120);
  expect(await pick(client, choice, [KEY])).toMatchObject({ isKept: true });
  expect((await t.lateOf(invitation)).map(({ cause }) => cause)).toEqual(['SUBMITTED']);
  const oneWay = await t.assessments.publish(
    t.organizationId,
    [{ title: 'All', entries: [{ slug: CHOICE }, { slug: CODE }] }],
    { minutes: 60, rules: { ...RULES, mayGoBack: false } },
  );
  const other = t.visitor();
  await other.openLink((await t.assessments.invite(t.organizationId, oneWay)).token);
  const { items } = await other.startAssessment();
  for (const { id } of items) await other.present(id);
  expect(await pick(other, items[0]?.id ?? '', [KEY])).toMatchObject({ isKept: true });
});

test('the list goes on by pages', async () => {
  const { client, invitation, choice, code } = await t.begun();
  t.pass(3700);
  await pick(client, choice, [KEY]);
  t.pass(1);
  await client.save(code, { code: { language: 'PYTHON', source: SOURCE } });
  const first = await t.list({ invitationId: invitation.id, first: 1 });
  const second = await t.list({ invitationId: invitation.id, first: 1, after: first.pageInfo.endCursor });
  expect([...first.edges, ...second.edges].map(({ node }) => node['kind'])).toEqual(['CODE', 'CHOICE']);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect(await t.manager.refusal(LIST, { assessmentId: t.assessmentId, first: 1, after: 'no cursor' })).toEqual([
    'BAD_INPUT',
  ]);
});

test('after the release nothing is kept; practice keeps nothing either', async () => {
  const { client, invitation, attempt, choice } = await t.begun();
  await client.submitAttempt(attempt.id);
  await t.api.dataSource.query('update attempt set released_at = $2 where id = $1', [attempt.id, t.now]);
  expect(await pick(client, choice, [KEY])).toMatchObject({ __typename: 'AttemptClosedProblem', isKept: false });
  expect(await t.lateOf(invitation)).toEqual([]);
  const { items } = await client.startPractice(CHOICE);
  const item = items[0]?.id ?? '';
  await pick(client, item, []);
  await client.reveal(item);
  expect(await pick(client, item, [KEY])).toMatchObject({ __typename: 'AttemptClosedProblem', isKept: false });
});

test('a late answer that is too large, one for another item’s options and one to another’s attempt are refused', async () => {
  const { client, invitation, choice, code } = await t.begun();
  const other = await t.begun();
  t.pass(3700);
  expect(await pick(client, choice, ['no-option'])).toMatchObject({ __typename: 'InvalidAnswerProblem' });
  const large = { code: { language: 'PYTHON', source: '#'.repeat(300_000) } };
  expect(await client.save(code, large)).toMatchObject({ __typename: 'SourceRefusedProblem' });
  const revisionId = randomUUID();
  await pick(client, choice, [KEY], { revisionId });
  const input = { itemId: choice, revisionId: randomUUID(), basedOn: 0, answer: { choice: { picked: [KEY] } } };
  const SAVE = 'mutation ($input: SaveResponseInput!) { saveResponse(input: $input) { __typename } }';
  expect(await other.client.refusal(SAVE, { input })).toEqual(['NOT_FOUND']);
  expect(await other.client.refusal(SAVE, { input: { ...input, itemId: other.choice, revisionId } })).toEqual([
    'CONFLICT',
  ]);
  expect(await t.lateOf(invitation)).toHaveLength(1);
});

test.each(['recruiter', 'reviewer', 'author'] satisfies MemberRole[])(
  'a %s neither sees nor admits them',
  async (role) => {
    const member = await t.member(role);
    expect(await member.refusal(LIST, { assessmentId: t.assessmentId, first: 1 })).toEqual(['NOT_FOUND']);
    const input = { assessmentId: t.assessmentId, revisionId: randomUUID(), reason: REASON };
    expect(await member.refusal(ADMIT, { input })).toEqual(['NOT_FOUND']);
  },
);

test('a candidate’s copy has them, and erasure deletes them', async () => {
  const { client, invitation, choice } = await t.begun();
  t.pass(3700);
  await pick(client, choice, [KEY]);
  const address = `${t.api.url.replace('/graphql', '')}/exports/my-candidate-data.json`;
  const copy = (await (await fetch(address, { headers: client.cookieHeader() })).json()) as {
    attempts: { items: { lateAnswers: { answer: object }[] }[] }[];
  };
  expect(copy.attempts[0]?.items[0]?.lateAnswers).toMatchObject([{ answer: { picked: [KEY] } }]);
  const DELETE =
    'mutation ($input: DeleteMyCandidateDataInput!) { deleteMyCandidateData(input: $input) { __typename } }';
  await client.ask(DELETE, { input: { confirm: true } });
  expect(await t.lateOf(invitation)).toEqual([]);
  const left = 'select from late_answer where attempt_item_id = $1';
  expect(await t.api.dataSource.query<object[]>(left, [choice])).toEqual([]);
});
