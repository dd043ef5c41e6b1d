import type { GraphQLClient } from '@holdout/testing';
import { TestTaking } from './test-taking';

const MINUTE_MS = 60_000;

const t = new TestTaking();
let manager: GraphQLClient;
beforeAll(async () => {
  await t.begin();
  manager = await t.member('manager');
});
afterAll(() => t.end());

const START = `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) {
  __typename ... on StartAssessmentSuccess { attempt { id } } ... on OtherAttemptOpenProblem { title startedAt } } }`;
type Started = {
  readonly startAssessment: { readonly __typename: string; readonly attempt?: { readonly id: string } };
};

const start = async (client: GraphQLClient) =>
  (await client.ask<Started>(START, { input: { consent: true } })).startAssessment;

/** One person with two invitations to the assessment, each opened in a browser. */
async function aPersonInvitedTwice() {
  const one = await t.aCandidate();
  const two = await t.aCandidate({ candidateId: one.invitation.candidateId });
  return { one: one.client, two: two.client, candidateId: one.invitation.candidateId };
}

const openOf = async (candidateId: string): Promise<number> => {
  const sql = `select count(*)::int as count from attempt where candidate_id = $1 and purpose = 'assessment' and ended_at is null`;
  const [row] = await t.api.dataSource.query<{ count: number }[]>(sql, [candidateId]);
  return row?.count ?? -1;
};

const merge = async (from: string, into: string) => {
  const { mergeCandidates } = await manager.ask<{ mergeCandidates: object }>(
    `mutation ($input: MergeCandidatesInput!) { mergeCandidates(input: $input) {
      __typename ... on MergeCandidatesSuccess { candidate { id } } ... on OtherAttemptOpenProblem { title startedAt } } }`,
    { input: { organization: 'acme', candidateId: from, intoCandidateId: into } },
  );
  return mergeCandidates;
};

test('two invitations of one person, started at once, make one open attempt; the other says when that one was started', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const { one, two, candidateId } = await aPersonInvitedTwice();
    const outcomes = await Promise.all([start(one), start(two)]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'OtherAttemptOpenProblem',
      'StartAssessmentSuccess',
    ]);
    expect(outcomes.find(({ __typename }) => __typename === 'OtherAttemptOpenProblem')).toMatchObject({
      startedAt: t.now.toISOString(),
    });
    expect(await openOf(candidateId)).toBe(1);
  }
});

test('once the first attempt has ended, the second invitation can be started', async () => {
  const { one, two } = await aPersonInvitedTwice();
  const first = await one.startAssessment();
  expect((await start(two)).__typename).toBe('OtherAttemptOpenProblem');
  await one.submitAttempt(first.id);
  expect((await start(two)).__typename).toBe('StartAssessmentSuccess');
});

test('an attempt whose time is over, and which nothing has closed yet, is in nobody’s way', async () => {
  const { one, two, candidateId } = await aPersonInvitedTwice();
  await one.startAssessment();
  t.now = new Date(t.now.getTime() + 62 * MINUTE_MS);
  expect((await start(two)).__typename).toBe('StartAssessmentSuccess');
  expect(await openOf(candidateId)).toBe(1);
});

test('two records that both take the assessment are merged only after one attempt has ended', async () => {
  const [one, other] = [await t.started(), await t.started()];
  const [from, into] = [other.invitation.candidateId, one.invitation.candidateId];
  expect(await merge(from, into)).toMatchObject({ __typename: 'OtherAttemptOpenProblem' });
  expect([await openOf(from), await openOf(into)]).toEqual([1, 1]);
  await one.client.submitAttempt(one.attempt.id);
  expect(await merge(from, into)).toEqual({ __typename: 'MergeCandidatesSuccess', candidate: { id: into } });
  expect([await openOf(from), await openOf(into)]).toEqual([0, 1]);
});

test('a start during a merge leaves one open attempt, which belongs to the record that is kept', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const [one, other] = [await t.started(), await t.aCandidate()];
    const [from, into] = [other.invitation.candidateId, one.invitation.candidateId];
    const [started, merged] = await Promise.all([start(other.client), merge(from, into)]);
    const [fromOpen, intoOpen] = [await openOf(from), await openOf(into)];
    // Either the start came first, and the merge is refused, or the merge did, and the start is.
    const isStarted = started.__typename === 'StartAssessmentSuccess';
    expect(merged).toMatchObject({ __typename: isStarted ? 'OtherAttemptOpenProblem' : 'MergeCandidatesSuccess' });
    expect([fromOpen, intoOpen]).toEqual(isStarted ? [1, 1] : [0, 1]);
  }
});

test('the database refuses a second open attempt, whoever writes it', async () => {
  const { attempt } = await t.started();
  const copy = `insert into attempt (id, purpose, form, organization_id, candidate_id, assessment_version_id, seed, started_at)
    select gen_random_uuid(), purpose, form, organization_id, candidate_id, assessment_version_id, seed, started_at
    from attempt where id = $1`;
  await expect(t.api.dataSource.query(copy, [attempt.id])).rejects.toThrow('attempt_open_key');
});
