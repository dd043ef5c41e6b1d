import type { GraphQLClient } from '@holdout/testing';
import { GradeIntake } from '../submission/grade-intake';
import { KEY, TestTaking } from './test-taking';

const ATTEMPT = `query ($invitationId: ID!) { candidateAttempt(invitationId: $invitationId) {
  status startedAt endedAt endedBy receiptCode
  total { earned possible pending sections { title earned possible pending items } } } }`;
const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';

const t = new TestTaking();
let manager: GraphQLClient;
let recruiter: GraphQLClient;
beforeAll(async () => {
  await t.begin();
  [manager, recruiter] = [await t.member('manager'), await t.member('recruiter')];
});
afterAll(() => t.end());

const seenBy = async (client: GraphQLClient, invitationId: string) =>
  (await client.ask<{ candidateAttempt: object | null }>(ATTEMPT, { invitationId })).candidateAttempt;

test('before the start there is no attempt, and while it runs no total', async () => {
  const { client, invitation } = await t.aCandidate();
  expect(await seenBy(manager, invitation.id)).toBeNull();
  await client.startAssessment();
  const running = { status: 'RUNNING', endedAt: null, receiptCode: null, total: null };
  expect(await seenBy(manager, invitation.id)).toMatchObject({ ...running, startedAt: t.now.toISOString() });
  expect(await seenBy(recruiter, invitation.id)).toMatchObject({ ...running, startedAt: null });
});

test('after the end manager and recruiter see the total by section; only the manager sees the start', async () => {
  const { client, invitation, attempt } = await t.started();
  const [choice, code] = attempt.items;
  await client.save(choice?.id ?? '', { choice: { picked: [KEY] } });
  await client.submitCode(code?.id ?? '', SOURCE);
  await client.submitAttempt(attempt.id);
  const metrics = { title: 'Metrics', earned: 3, possible: 3, pending: 0, items: 1 };
  const waiting = {
    status: 'GRADING',
    endedBy: 'CANDIDATE',
    total: {
      earned: 3,
      possible: 4,
      pending: 1,
      sections: [metrics, { title: 'Code', earned: 0, possible: 1, pending: 1, items: 1 }],
    },
  };
  expect(await seenBy(manager, invitation.id)).toMatchObject(waiting);
  await t.grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
  await t.api.app.get(GradeIntake).takeAll();
  const [forManager, forRecruiter] = [await seenBy(manager, invitation.id), await seenBy(recruiter, invitation.id)];
  expect(forManager).toMatchObject({ status: 'GRADED', total: { possible: 4, pending: 0, sections: [metrics, {}] } });
  expect(forRecruiter).toEqual({ ...forManager, startedAt: null });
  expect(forManager).toMatchObject({ startedAt: t.now.toISOString() });
});

test('for seven days after a submission the list of assessments says that there are new ones', async () => {
  const { client, attempt } = await t.started();
  await client.submitAttempt(attempt.id);
  const before = t.now;
  const [row] = await t.api.dataSource.query<{ id: string }[]>(
    'select assessment_id as id from assessment_version where id = $1',
    [t.versionId],
  );
  const news = () =>
    recruiter.ask('query ($id: ID!) { assessment(id: $id) { lastSubmittedAt hasNewSubmissions } }', { id: row?.id });
  const lastSubmittedAt = before.toISOString();
  expect(await news()).toEqual({ assessment: { lastSubmittedAt, hasNewSubmissions: true } });
  t.now = new Date(before.getTime() + 8 * 24 * 60 * 60_000);
  expect(await news()).toEqual({ assessment: { lastSubmittedAt, hasNewSubmissions: false } });
  t.now = before;
});

test('the clock ends an attempt for whoever looks at it', async () => {
  const { invitation } = await t.started();
  const before = t.now;
  t.now = new Date(t.now.getTime() + 61 * 60_000);
  expect(await seenBy(recruiter, invitation.id)).toMatchObject({ endedBy: 'CLOCK', total: { earned: 0 } });
  t.now = before;
});

test.each(['author', 'reviewer'] as const)('a member who is only %s finds nothing', async (role) => {
  const { invitation } = await t.started();
  const member = await t.member(role);
  expect(await member.refusal(ATTEMPT, { invitationId: invitation.id })).toEqual(['NOT_FOUND']);
});

test('an invitation of another organization, or none, is not found', async () => {
  const elsewhere = await t.assessments.organization(`other-${crypto.randomUUID()}`);
  const theirs = await t.assessments.publish(elsewhere, [
    { title: 'One', entries: [{ slug: 'choice.rare-event-accuracy' }] },
  ]);
  const { id } = await t.assessments.invite(elsewhere, theirs);
  for (const invitationId of [id, crypto.randomUUID(), 'no id']) {
    expect(await manager.refusal(ATTEMPT, { invitationId })).toEqual(['NOT_FOUND']);
  }
});
