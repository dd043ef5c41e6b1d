import { type AttemptShape, type GraphQLClient, Practiser } from '@holdout/testing';
import { GradeIntake } from '../submission/grade-intake';
import { CHOICE, CODE, KEY, TestTaking } from './test-taking';

const POOL = ['choice.backtest-too-good', 'choice.rare-event-accuracy', 'numeric.screening-ppv'];
const MINUTE_MS = 60_000;

const t = new TestTaking();
beforeAll(() => t.begin());
afterAll(() => t.end());

const itemOf = ({ items }: AttemptShape, kind: string) => {
  const item = items.find((each) => each.kind === kind);
  if (item === undefined) throw new Error(`There is no item of the kind ${kind}.`);
  return item;
};

const START =
  'mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) { __typename ... on AssessmentNotOpenProblem { status } } }';
const start = (client: GraphQLClient, consent = true) => client.send<object>(START, { input: { consent } });
describe('the start', () => {
  test('needs consent', async () => {
    const { client } = await t.aCandidate();
    expect((await start(client, false)).data).toMatchObject({ startAssessment: { __typename: 'InvalidInputProblem' } });
  });

  test('twice at once, from two devices, makes one attempt with one set of items', async () => {
    const { client } = await t.aCandidate();
    const other = new Practiser(t.api.url, client.cookieHeader());
    const [one, two] = await Promise.all([client.startAssessment(), other.startAssessment()]);
    expect(two.id).toBe(one.id);
    expect(two.items.map(({ id }) => id)).toEqual(one.items.map(({ id }) => id));
    expect((await client.startAssessment()).id).toBe(one.id);
  });

  test('sets the deadline by the limit, the person’s extra time and breaks, and keeps sections in order', async () => {
    const { attempt } = await t.started({ extraTime: 0.25, breakSeconds: 300 });
    expect(attempt.closesAt).toBe(new Date(t.now.getTime() + (75 + 5) * MINUTE_MS).toISOString());
    expect(attempt.items.map(({ sectionId }) => sectionId)).toEqual(['section-1', 'section-2']);
    expect(attempt.items.map(({ kind }) => kind)).toEqual(['CHOICE', 'CODE']);
  });

  test('draws distinct questions from a pool, and for a second invitation those not seen before', async () => {
    const pool = await t.assessments.publish(t.organizationId, [
      { title: 'Pool', entries: [{ draw: 1, from: POOL, unseenOnly: true }] },
    ]);
    const first = await t.assessments.invite(t.organizationId, pool);
    const drawn: string[] = [];
    for (const invitation of [
      first,
      ...(await Promise.all([1, 2].map(() => t.assessments.invite(t.organizationId, pool, first)))),
    ]) {
      const client = t.visitor();
      await client.openLink(invitation.token);
      const { id } = await client.startAssessment();
      await client.submitAttempt(id);
      const rows = await t.api.dataSource.query<{ slug: string }[]>(
        `select q.slug from attempt_item i join question_version v on v.id = i.question_version_id
         join question q on q.id = v.question_id where i.attempt_id = $1`,
        [id],
      );
      drawn.push(...rows.map(({ slug }) => slug));
    }
    expect(drawn.sort()).toEqual([...POOL].sort());
  });

  test('reaches no attempt of another candidate or organization', async () => {
    const { attempt } = await t.started();
    const elsewhere = await t.assessments.organization(`other-${crypto.randomUUID()}`);
    const theirs = await t.assessments.publish(elsewhere, [{ title: 'One', entries: [{ slug: CHOICE }] }]);
    const { token } = await t.assessments.invite(elsewhere, theirs);
    const stranger = t.visitor();
    await stranger.openLink(token);
    const same = (await t.aCandidate()).client;
    for (const client of [stranger, same]) {
      expect(await client.refusal('query ($id: ID!) { attempt(id: $id) { id } }', { id: attempt.id })).toEqual([
        'NOT_FOUND',
      ]);
      const answer = await client.send(
        'mutation ($input: SubmitAttemptInput!) { submitAttempt(input: $input) { __typename } }',
        {
          input: { attemptId: attempt.id },
        },
      );
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});

describe('the attempt', () => {
  test('receives code without a verdict, before and after its grading, and shows no groups of hidden cases', async () => {
    const { client, attempt } = await t.started();
    const code = itemOf(attempt, 'CODE');
    expect(code.content.groups).toEqual([]);
    const sent = await client.submitCode(code.id, 'def average_precision(labels, scores):\n    return 1.0\n');
    expect(sent).toMatchObject({ submission: { status: 'RECEIVED', verdict: null, groups: [], placeInQueue: null } });
    const job = await t.grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
    expect(job.scope).toBe(t.versionId);
    await t.api.app.get(GradeIntake).takeAll();
    const { id } = sent['submission'] as { id: string };
    expect(await client.submission(id)).toMatchObject({ status: 'RECEIVED', verdict: null, earned: null });
  });

  test('ends with a receipt and no score; the organization sees the total in the weights of the assessment', async () => {
    const { client, attempt, invitation } = await t.started();
    await client.save(itemOf(attempt, 'CHOICE').id, { choice: { picked: [KEY] } });
    const { attempt: ended } = await client.submitAttempt(attempt.id);
    expect(ended).toMatchObject({ endedBy: 'CANDIDATE', score: null });
    expect(ended?.receiptCode).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(ended?.items.every(({ feedback, question }) => feedback === null && question === null)).toBe(true);
    const scores = await t.api.dataSource.query<{ earned: number; weight: number }[]>(
      `select s.earned, i.weight from score s join attempt_item i on i.id = s.attempt_item_id
       where i.attempt_id = $1 order by i.position`,
      [attempt.id],
    );
    expect(scores).toEqual([
      { earned: 1, weight: 3 },
      { earned: 0, weight: 1 },
    ]);
    expect((await client.openLink(invitation.token)) as object).toMatchObject({ invitation: { status: 'SUBMITTED' } });
  });

  test('is ended by the server’s clock', async () => {
    const { client, attempt } = await t.started();
    await client.save(itemOf(attempt, 'CHOICE').id, { choice: { picked: [KEY] } });
    t.now = new Date(t.now.getTime() + 61 * MINUTE_MS);
    const late = await client.save(itemOf(attempt, 'CHOICE').id, { choice: { picked: [] } });
    expect(late.__typename).toBe('AttemptClosedProblem');
    expect(await client.attempt(attempt.id)).toMatchObject({ endedBy: 'CLOCK' });
  });

  test('without a way back closes the items before the one that is shown, and scores them at the end', async () => {
    const forward = await t.assessments.publish(
      t.organizationId,
      [{ title: 'One', entries: [{ slug: CHOICE }, { slug: 'choice.backtest-too-good' }] }],
      { minutes: 60, rules: { mayGoBack: false, countedSubmission: 'last', afterRelease: 'nothing' } },
    );
    const client = t.visitor();
    await client.openLink((await t.assessments.invite(t.organizationId, forward)).token);
    const { id, items } = await client.startAssessment();
    const [first = '', second = ''] = items.map((item) => item.id);
    await client.present(first);
    await client.save(first, { choice: { picked: [KEY] } });
    await client.present(second);
    const late = await client.save(first, { choice: { picked: [] } });
    expect(late.__typename).toBe('AttemptClosedProblem');
    await client.submitAttempt(id);
    const rows = await t.api.dataSource.query<{ earned: number }[]>(
      'select s.earned from score s join attempt_item i on i.id = s.attempt_item_id where i.attempt_id = $1 order by i.position',
      [id],
    );
    expect(rows.map(({ earned }) => earned)).toEqual([1, 0]);
  });

  test('accepts code only in the languages that the assessment allows', async () => {
    const sql = await t.assessments.publish(t.organizationId, [{ title: 'One', entries: [{ slug: CODE }] }], {
      minutes: 60,
      languages: ['python'],
    });
    const client = t.visitor();
    await client.openLink((await t.assessments.invite(t.organizationId, sql)).token);
    const { items } = await client.startAssessment();
    const languages = items[0]?.content['languages'] as { language: string }[];
    expect(languages.map(({ language }) => language)).toEqual(['PYTHON']);
  });
});

test('a candidate reads and deletes what the organization has stored; the session ends, and scores stay without a name', async () => {
  const { client, attempt, invitation } = await t.started();
  await client.save(itemOf(attempt, 'CHOICE').id, { choice: { picked: [KEY] } });
  const mine = await client.ask('{ myCandidateData { organizationName email invitedAs attempt { id } } }');
  expect(mine).toEqual({
    myCandidateData: {
      organizationName: 'Acme',
      email: invitation.email,
      invitedAs: 'A candidate',
      attempt: { id: attempt.id },
    },
  });
  const DELETE =
    'mutation ($input: DeleteMyCandidateDataInput!) { deleteMyCandidateData(input: $input) { __typename } }';
  await client.ask(DELETE, { input: { confirm: true } });
  expect(await client.refusal('query ($id: ID!) { attempt(id: $id) { id } }', { id: attempt.id })).toEqual([
    'UNAUTHENTICATED',
  ]);
  expect(await t.visitor().openLink(invitation.token)).toMatchObject({ reason: 'UNKNOWN' });
  const left = await t.api.dataSource.query<object[]>(
    `select from response r join attempt_item i on i.id = r.attempt_item_id where i.attempt_id = $1
     union all select from candidate_profile where candidate_id = $2`,
    [attempt.id, invitation.candidateId],
  );
  expect(left).toEqual([]);
});
