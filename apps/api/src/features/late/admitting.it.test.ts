import { randomUUID } from 'node:crypto';
import { GradeIntake } from '../submission/grade-intake';
import { CHOICE, CODE, KEY } from '../taking/test-taking';
import { pick, REASON, RULES, TestLate } from './test-late';

const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';
const WRONG = 'def average_precision(labels, scores):\n    return 0.0\n';

const t = new TestLate();
beforeAll(() => t.begin());
afterAll(() => t.end());

test('an admitted answer becomes the current one and is scored again; the old score stays in the records', async () => {
  const { client, invitation, attempt, choice } = await t.begun();
  await pick(client, choice, []);
  t.pass(3700);
  const revisionId = randomUUID();
  await pick(client, choice, [KEY], { revisionId });
  expect((await client.attempt(attempt.id)).endedBy).toBe('CLOCK');
  t.pass(60);
  const { waitingCount } = await t.list();
  const { lateAnswer } = await t.admit(revisionId, { reason: ` ${REASON} ` });
  expect(lateAnswer).toMatchObject({
    counted: { revision: 2, answer: { picked: [KEY] } },
    admission: { admittedAt: t.now.toISOString(), admittedBy: 'manager', reason: REASON },
  });
  expect((await t.list()).waitingCount).toBe(waitingCount - 1);
  expect(await t.scoresOf(choice)).toEqual([
    { earned: 0, markedBy: 'key' },
    { earned: 1, markedBy: 'rescore' },
  ]);
  expect(await t.totalOf(invitation)).toMatchObject({ total: { earned: 1 } });
  expect((await client.attempt(attempt.id)).items[0]?.response).toMatchObject({ revision: 2 });
  const stored = await t.api.dataSource.query<object[]>(
    'select revision from response_revision where attempt_item_id = $1 order by revision',
    [choice],
  );
  expect(stored).toEqual([{ revision: 1 }, { revision: 2 }]);
  const audited = await t.api.dataSource.query<object[]>(
    `select object_id as "objectId", detail from audit where act = 'attempt.late_answer_admitted'
     and detail ->> 'invitationId' = $1`,
    [invitation.id],
  );
  expect(audited).toEqual([{ objectId: t.assessmentId, detail: { invitationId: invitation.id } }]);
});

test('two members who admit at once admit once', async () => {
  const { client, attempt, choice } = await t.begun();
  t.pass(3700);
  const revisionId = randomUUID();
  await pick(client, choice, [KEY], { revisionId });
  await client.attempt(attempt.id);
  t.pass(60);
  const answers = await Promise.all(['One reason.', 'Another.'].map((reason) => t.admit(revisionId, { reason })));
  expect(new Set(answers.map(({ lateAnswer }) => lateAnswer?.admission?.reason)).size).toBe(1);
  expect((await t.scoresOf(choice)).map(({ markedBy }) => markedBy)).toEqual(['key', 'rescore']);
});

test('admitted code is sent and graded as submitted', async () => {
  const { client, invitation, attempt, code } = await t.begun();
  await client.submitCode(code, WRONG);
  await t.grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
  t.pass(3700);
  const revisionId = randomUUID();
  await client.save(code, { code: { language: 'PYTHON', source: SOURCE } }, { revisionId });
  await client.attempt(attempt.id);
  await t.api.app.get(GradeIntake).takeAll();
  t.pass(60);
  await t.admit(revisionId);
  const job = await t.grader.gradeNext({ kind: 'passed' }, ['ties']);
  expect(job.source).toBe(SOURCE);
  await t.api.app.get(GradeIntake).takeAll();
  const earned = (await t.scoresOf(code)).map((each) => each.earned);
  expect(earned).toHaveLength(2);
  expect(earned[1]).toBeGreaterThan(earned[0] ?? 0);
  expect(await t.totalOf(invitation)).toMatchObject({ status: 'GRADED' });
});

test('an admitted text that only a person can mark waits for that, although the empty one had been scored', async () => {
  const { client, invitation, attempt, scenario } = await t.begun();
  await client.present(scenario);
  t.pass(3700);
  const revisionId = randomUUID();
  await client.save(scenario, { scenario: { part: 'prompt', text: 'I would measure recall first.' } }, { revisionId });
  await client.attempt(attempt.id);
  const before = await t.totalOf(invitation);
  t.pass(60);
  await t.admit(revisionId);
  const after = await t.totalOf(invitation);
  expect(after.total.pending).toBeGreaterThan(before.total.pending);
});

test('a section that closed keeps late work while the attempt runs, and what is admitted then is scored at the end', async () => {
  const timed = await t.assessments.publish(
    t.organizationId,
    [
      { title: 'Metrics', minutes: 10, entries: [{ slug: CHOICE }] },
      { title: 'Code', entries: [{ slug: CODE }] },
    ],
    { minutes: 60, rules: RULES },
  );
  const client = t.visitor();
  await client.openLink((await t.assessments.invite(t.organizationId, timed)).token);
  const { id } = await client.startAssessment();
  const { attempt } = await client.enterSection(id, 'section-1');
  const item = attempt?.items.find(({ sectionId }) => sectionId === 'section-1')?.id ?? '';
  t.pass(700);
  const revisionId = randomUUID();
  expect(await pick(client, item, [KEY], { revisionId })).toMatchObject({ isKept: true });
  const { lateAnswer } = await t.admit(revisionId, { assessmentId: await t.assessmentOf(timed) });
  expect(lateAnswer).toMatchObject({ cause: 'TIME', counted: { revision: 1 } });
  expect(await t.scoresOf(item)).toEqual([]);
  await client.submitAttempt(id);
  expect(await t.scoresOf(item)).toEqual([{ earned: 1, markedBy: 'key' }]);
});

test('what cannot be admitted: without a reason, of another assessment, and what is gone', async () => {
  const { client, choice } = await t.begun();
  t.pass(3700);
  const revisionId = randomUUID();
  await pick(client, choice, [KEY], { revisionId });
  expect(await t.admit(revisionId, { reason: ' ' })).toMatchObject({ issues: [{ field: 'reason', code: 'MISSING' }] });
  expect(await t.admit(revisionId, { reason: 'x'.repeat(501) })).toMatchObject({ issues: [{ code: 'TOO_LONG' }] });
  expect(await t.admit(randomUUID())).toEqual({ __typename: 'LateAnswerGoneProblem' });
  const other = await t.assessmentOf(t.versionId);
  expect(await t.admit(revisionId, { assessmentId: other })).toEqual({ __typename: 'LateAnswerGoneProblem' });
});
