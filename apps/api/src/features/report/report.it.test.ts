import type { GraphQLClient } from '@holdout/testing';
import { GradeIntake } from '../submission/grade-intake';
import { CHOICE, CODE, KEY, TestTaking } from '../taking/test-taking';

const FIGURES = `attemptId assessmentTitle candidateName endedOn endedBy releasedAt earned possible pending showsKeys
  total { value low high innerLow innerHigh method items isFewItems isProvisional } passLine
  passProbability { probability low high } skills { name isWithdrawn band { value } }
  summary { code line percent n needed skills { name points items } }
  history { number earned cause reason scoredOn } corrections { kind reason }
  events { kind position length seconds }
  items { id position title kind sectionTitle skills weight earned possible pending state markedBy timeShare
    groups { title points passed total } reviews { noteToCandidate levels { criterion level } } }`;
const EVIDENCE = `items { evidence { id response { savedAt answer { ... on ChoiceAnswer { picked } ... on CodeAnswer { source } } }
  content { ... on ChoiceContent { statement } } feedback { explanation earned } question { slug }
  submissions { id sentAt groups { name } } } }`;
const reportOf = (fields: string) => `query ($id: ID!) { report(attemptId: $id) { ${fields} } }`;
const RELEASE = `mutation ($input: ReleaseReportsInput!) { releaseReports(input: $input) { __typename
  ... on ReleaseReportsSuccess { releasedCount } ... on MarksMissingProblem { code attemptIds } } }`;
const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';

type Report = Record<string, unknown> & { readonly items: readonly Record<string, unknown>[] };

const t = new TestTaking();
let manager: GraphQLClient;
let recruiter: GraphQLClient;
let assessmentId: string;
beforeAll(async () => {
  await t.begin();
  [manager, recruiter] = [await t.member('manager'), await t.member('recruiter')];
  t.versionId = await t.assessments.publish(
    t.organizationId,
    [
      { title: 'Metrics', entries: [{ slug: CHOICE, weight: 3 }, { slug: 'choice.more-trees' }] },
      { title: 'Code', entries: [{ slug: CODE }] },
    ],
    { minutes: 60, passLine: 0.6, rules: { mayGoBack: true, countedSubmission: 'last', afterRelease: 'answers' } },
  );
  const [row] = await t.api.dataSource.query<{ id: string }[]>(
    'select assessment_id as id from assessment_version where id = $1',
    [t.versionId],
  );
  assessmentId = row?.id ?? '';
});
afterAll(() => t.end());

const seen = async (client: GraphQLClient, id: string, fields = FIGURES): Promise<Report | null> =>
  (await client.ask<{ report: Report | null }>(reportOf(fields), { id })).report;
const release = (attemptIds: readonly string[], more: object = {}) =>
  manager.ask<{ releaseReports: object }>(RELEASE, { input: { assessmentId, attemptIds, ...more } });

/** Later by so many minutes. */
function wait(minutes: number): void {
  t.now = new Date(t.now.getTime() + minutes * 60_000);
}

async function handedIn() {
  const { client, attempt, invitation } = await t.started();
  const [choice, , code] = attempt.items;
  await client.present(choice?.id ?? '');
  wait(6);
  await client.save(choice?.id ?? '', { choice: { picked: [KEY] } });
  wait(3);
  await client.submitCode(code?.id ?? '', SOURCE);
  await client.submitAttempt(attempt.id);
  return { client, attempt, invitation };
}

async function graded() {
  const ended = await handedIn();
  await t.grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
  await t.api.app.get(GradeIntake).takeAll();
  return ended;
}

test('while an attempt runs there is no report, and marks that are missing make one provisional', async () => {
  const { attempt } = await t.started();
  expect(await seen(manager, attempt.id)).toBeNull();
  const ended = await handedIn();
  const report = await seen(manager, ended.attempt.id);
  expect(report).toMatchObject({ pending: 1, total: { isProvisional: true, items: 3 } });
  expect(report?.['summary']).toContainEqual(expect.objectContaining({ code: 'PROVISIONAL', n: 2, needed: 3 }));
  await t.grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
  await t.api.app.get(GradeIntake).takeAll();
});

test('a report has its score with a band, the pass line and its certainty, and the evidence of each point', async () => {
  const { attempt } = await graded();
  const report = await seen(manager, attempt.id);
  expect(report).toMatchObject({
    assessmentTitle: 'ML engineer II',
    candidateName: 'A candidate',
    possible: 5,
    pending: 0,
    passLine: 60,
    showsKeys: true,
    total: { method: 'LORD', items: 3, isFewItems: true, isProvisional: false },
    history: [{ number: 1, cause: 'SCORED', reason: null }],
    items: [
      { position: 1, earned: 1, possible: 1, weight: 3, state: 'ANSWERED', markedBy: 'KEY', sectionTitle: 'Metrics' },
      { position: 2, earned: 0, state: 'NOT_REACHED' },
      { position: 3, state: 'ANSWERED', kind: 'CODE' },
    ],
  });
  const { low, value, high } = report?.['total'] as { low: number; value: number; high: number };
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(report?.items[2]?.['groups']).toContainEqual(expect.objectContaining({ points: 4, passed: 1, total: 2 }));
});

test('time is a share: two thirds of it until the first answer, a third until the code', async () => {
  const { attempt } = await graded();
  const report = await seen(recruiter, attempt.id);
  expect(report?.items.map(({ timeShare }) => timeShare)).toEqual([
    expect.closeTo(2 / 3, 6),
    0,
    expect.closeTo(1 / 3, 6),
  ]);
});

test('a manager reads keys and verdicts, a recruiter the answers without them, and no time of the work', async () => {
  const { attempt } = await graded();
  const forManager = await seen(manager, attempt.id, EVIDENCE);
  const [choice, , code] = forManager?.items.map(({ evidence }) => evidence) ?? [];
  expect(choice).toMatchObject({
    feedback: { earned: 1 },
    response: { answer: { picked: [KEY] } },
    question: { slug: CHOICE },
  });
  expect(code).toMatchObject({ submissions: [{ groups: expect.arrayContaining([]) as object }] });
  const forRecruiter = await seen(recruiter, attempt.id, EVIDENCE);
  const [shown, , program] = forRecruiter?.items.map(({ evidence }) => evidence) ?? [];
  const day = `${t.now.toISOString().slice(0, 10)}T00:00:00.000Z`;
  expect(shown).toMatchObject({
    feedback: null,
    question: null,
    response: { savedAt: day, answer: { picked: [KEY] } },
  });
  expect(program).toMatchObject({ submissions: [], response: null });
  expect(JSON.stringify(forRecruiter)).not.toMatch(/T\d\d:(?!00:00)/);
});

test('what was recorded is a list in order, with the length of an absence and no time', async () => {
  const { client, attempt } = await t.started();
  const itemId = attempt.items[0]?.id;
  await client.ask(
    `mutation ($input: RecordEventsInput!) { recordEvents(input: $input) { ... on RecordEventsSuccess { isOver } } }`,
    {
      input: {
        attemptId: attempt.id,
        clientId: crypto.randomUUID(),
        sequence: 0,
        ageMs: 60_000,
        events: [
          { kind: 'PASTE', ms: 0, itemId, field: 'text', length: 214 },
          { kind: 'LEFT', ms: 1000 },
          { kind: 'RETURNED', ms: 41_000 },
          { kind: 'LEFT', ms: 50_000 },
        ],
      },
    },
  );
  await client.submitAttempt(attempt.id);
  expect((await seen(recruiter, attempt.id))?.['events']).toEqual([
    { kind: 'PASTE', position: 1, length: 214, seconds: null },
    { kind: 'ABSENCE', position: null, length: null, seconds: 40 },
    { kind: 'ABSENCE', position: null, length: null, seconds: null },
  ]);
});

test('a release waits for missing marks unless it is provisional; the candidate is mailed once', async () => {
  const { attempt, invitation } = await handedIn();
  expect(await release([attempt.id])).toMatchObject({
    releaseReports: { __typename: 'MarksMissingProblem', code: 'MARKS_MISSING', attemptIds: [attempt.id] },
  });
  expect(await seen(manager, attempt.id)).toMatchObject({ releasedAt: null });
  expect(await release([attempt.id], { isProvisional: true })).toMatchObject({ releaseReports: { releasedCount: 1 } });
  expect(await release([attempt.id])).toMatchObject({ releaseReports: { releasedCount: 0 } });
  const mails = await t.api.dataSource.query<object[]>(
    `select recipient from mail where kind = 'reportReleased' and recipient = $1`,
    [invitation.email],
  );
  expect(mails).toHaveLength(1);
  const audited = `select 1 from audit where act = 'report.released' and object_id = $1`;
  expect(await t.api.dataSource.query(audited, [attempt.id])).toHaveLength(1);
  await t.grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
  await t.api.app.get(GradeIntake).takeAll();
  expect((await seen(manager, attempt.id))?.['history']).toMatchObject([{ number: 1 }, { number: 2, cause: 'SCORED' }]);
});

test('before the release a candidate sees neither score nor feedback, after it what the assessment allows', async () => {
  const { client, attempt } = await graded();
  const query =
    'query ($id: ID!) { attempt(id: $id) { score { earned } items { feedback { earned } question { slug } } } }';
  const before = await client.ask<{ attempt: { items: object[] } }>(query, { id: attempt.id });
  expect(before.attempt).toMatchObject({ score: null });
  expect(before.attempt.items[0]).toEqual({ feedback: null, question: null });
  await release([attempt.id]);
  const after = await client.ask<{ attempt: { items: object[] } }>(query, { id: attempt.id });
  expect(after.attempt.items[0]).toMatchObject({ feedback: { earned: 1 }, question: { slug: CHOICE } });
  expect(await client.refusal(reportOf('earned'), { id: attempt.id })).toEqual(['NOT_FOUND']);
});

test('an attempt of another organization is neither read nor released', async () => {
  const elsewhere = await t.assessments.organization(`other-${crypto.randomUUID()}`);
  const { attempt } = await graded();
  await t.api.dataSource.query('update member set organization_id = $1 where role = $2', [elsewhere, 'recruiter']);
  expect(await recruiter.refusal(reportOf('earned'), { id: attempt.id })).toEqual(['NOT_FOUND']);
  await t.api.dataSource.query('update member set organization_id = $1 where role = $2', [
    t.organizationId,
    'recruiter',
  ]);
});

/** Not counted: the intake and when a session was last seen. */
const NOT_COUNTED = /take_reports|^(START TRANSACTION|COMMIT)|^UPDATE "session" SET .*"last_seen_at"/;

test.each([
  ['its figures', FIGURES, 21],
  ['figures and evidence', `${FIGURES} ${EVIDENCE}`, 30],
])('%s take a fixed number of statements, however many items', async (_name, fields, most) => {
  const { attempt } = await graded();
  const { statements } = await t.api.countStatements(() => seen(manager, attempt.id, fields));
  const counted = statements.filter((statement) => !NOT_COUNTED.test(statement));
  expect(counted.length).toBeLessThanOrEqual(most);
});
