import { type AttemptShape, GraphQLClient, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { TestAssessments, type TestInvitation } from '../../test-assessment';
import { TestGrader } from '../../test-grader';
import { catchMail, SENDS_MAIL } from '../../test-mail';
import { startPreparedApi } from '../../test-prepared-api';
import { GradeIntake } from '../submission/grade-intake';

const CHOICE = 'choice.rare-event-accuracy';
const KEY = 'found-nothing';
const CODE = 'code.average-precision-ties';
const POOL = ['choice.backtest-too-good', 'choice.rare-event-accuracy', 'numeric.screening-ppv'];
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let now = new Date('2026-11-20T09:00:00.000Z');
let api: TestApi;
let grader: TestGrader;
let assessments: TestAssessments;
let organizationId: string;
let versionId: string;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startPreparedApi(scratch, { environment: SENDS_MAIL, clock: { now: () => now } });
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  assessments = new TestAssessments(api.dataSource, () => now);
  organizationId = await assessments.organization('acme', 'Acme');
  versionId = await assessments.publish(
    organizationId,
    [
      { title: 'Metrics', entries: [{ slug: CHOICE, weight: 3 }] },
      { title: 'Code', entries: [{ slug: CODE }] },
    ],
    { minutes: 60, rules: { mayGoBack: true, countedSubmission: 'last', afterRelease: 'nothing' } },
  );
});
afterAll(async () => {
  await grader.close();
  await api.stop();
});

const invite = (more: Parameters<TestAssessments['invite']>[2] = {}): Promise<TestInvitation> =>
  assessments.invite(organizationId, versionId, more);

const visitor = (): Practiser => new Practiser(api.url);

async function aCandidate(
  more: Parameters<typeof invite>[0] = {},
): Promise<{ client: Practiser; invitation: TestInvitation }> {
  const invitation = await invite(more);
  const client = visitor();
  expect(await client.openLink(invitation.token)).toMatchObject({ __typename: 'OpenInvitationLinkSuccess' });
  return { client, invitation };
}

async function started(more: Parameters<typeof invite>[0] = {}) {
  const { client, invitation } = await aCandidate(more);
  return { client, invitation, attempt: await client.startAssessment() };
}

const itemOf = ({ items }: AttemptShape, kind: string) => {
  const item = items.find((each) => each.kind === kind);
  if (item === undefined) throw new Error(`There is no item of the kind ${kind}.`);
  return item;
};

const setTime = async (column: string, { id }: TestInvitation, at: Date | null): Promise<void> => {
  await api.dataSource.query(`update invitation set ${column} = $2 where id = $1`, [id, at]);
};

const START =
  'mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) { __typename ... on AssessmentNotOpenProblem { status } } }';
const start = (client: GraphQLClient, consent = true) => client.send<object>(START, { input: { consent } });
const statusOf = (client: GraphQLClient) =>
  client.send<object>(
    '{ candidateInvitation { status title organizationName ownMinutes questionCount skills kinds } }',
  );

describe('the link of an invitation', () => {
  test('tells who invites, what is measured and how long it takes, and no question', async () => {
    const { client } = await aCandidate({ extraTime: 0.25 });
    const { data } = await statusOf(client);
    expect(data).toEqual({
      candidateInvitation: {
        status: 'OPENED',
        title: 'ML engineer II',
        organizationName: 'Acme',
        ownMinutes: 75,
        questionCount: 2,
        skills: [],
        kinds: ['CHOICE', 'CODE'],
      },
    });
  });

  test.each([
    ['an altered token', (token: string) => `${token.slice(0, -1)}x`],
    ['no token', () => ''],
  ])('with %s is unknown, and sets no cookie', async (_what, alter) => {
    const { token } = await invite();
    const client = visitor();
    expect(await client.openLink(alter(token))).toMatchObject({ reason: 'UNKNOWN', contact: null });
    expect(client.lastSetCookies).toEqual([]);
  });

  test('that was withdrawn opens nothing, and ends the session that it opened', async () => {
    const { client, invitation } = await aCandidate();
    await setTime('withdrawn_at', invitation, now);
    expect(await visitor().openLink(invitation.token)).toMatchObject({ reason: 'WITHDRAWN' });
    expect((await statusOf(client)).errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('that has expired or is not open yet is read, and starts nothing', async () => {
    const late = await aCandidate({ expiresAt: new Date(now.getTime() - 1) });
    expect((await start(late.client)).data).toMatchObject({ startAssessment: { status: 'EXPIRED' } });
    const early = await aCandidate({ opensAt: new Date(now.getTime() + DAY_MS) });
    expect((await start(early.client)).data).toMatchObject({ startAssessment: { status: 'NOT_YET_OPEN' } });
  });

  test('that was declined starts nothing; declining again changes nothing', async () => {
    const { client } = await aCandidate();
    const DECLINE = 'mutation { declineInvitation(input: {}) { __typename } }';
    expect(await client.ask(DECLINE)).toEqual({ declineInvitation: { __typename: 'DeclineInvitationSuccess' } });
    expect(await client.ask(DECLINE)).toEqual({ declineInvitation: { __typename: 'DeclineInvitationSuccess' } });
    expect((await start(client)).data).toMatchObject({ startAssessment: { status: 'DECLINED' } });
  });

  test('that is forwarded opens no second browser without the code from the invited mailbox', async () => {
    const mail = catchMail(api);
    const { invitation } = await aCandidate();
    const other = visitor();
    const needed = await other.openLink(invitation.token);
    expect(needed).toMatchObject({ __typename: 'DeviceCodeNeededProblem', isWrong: false });
    expect(String(needed['emailHint'])).not.toContain(invitation.email);
    const SEND = 'mutation ($input: SendDeviceCodeInput!) { sendDeviceCode(input: $input) { __typename } }';
    await other.ask(SEND, { input: { token: invitation.token } });
    const [message] = (await mail.sent()).filter(({ kind }) => kind === 'deviceCode');
    const code = /\b(\d{6})\b/.exec(message?.text ?? '')?.[1] ?? '';
    expect(message).toMatchObject({ to: invitation.email });
    const wrong = code === '000000' ? '111111' : '000000';
    expect(await other.openLink(invitation.token, wrong)).toMatchObject({ isWrong: true });
    expect(await other.openLink(invitation.token, code)).toMatchObject({ __typename: 'OpenInvitationLinkSuccess' });
    expect(await visitor().openLink(invitation.token, code)).toMatchObject({ isWrong: true });
  });

  test('takes five wrong codes, then no more, and none after ten minutes', async () => {
    const mail = catchMail(api);
    const { invitation } = await aCandidate();
    const other = visitor();
    const SEND = 'mutation ($input: SendDeviceCodeInput!) { sendDeviceCode(input: $input) { __typename } }';
    const sendCode = async () => {
      await other.ask(SEND, { input: { token: invitation.token } });
      const [message] = (await mail.sent()).filter(({ kind }) => kind === 'deviceCode');
      return /\b(\d{6})\b/.exec(message?.text ?? '')?.[1] ?? '';
    };
    const first = await sendCode();
    for (let n = 0; n < 5; n += 1) await other.openLink(invitation.token, 'wrong');
    expect(await other.openLink(invitation.token, first)).toMatchObject({ isWrong: true });
    const second = await sendCode();
    now = new Date(now.getTime() + 11 * MINUTE_MS);
    expect(await other.openLink(invitation.token, second)).toMatchObject({ isWrong: true });
  });

  test('leaves a signed-in member signed in, who keeps practice and assessment apart', async () => {
    const client = visitor();
    const practice = await client.startPractice(CHOICE);
    const { token } = await invite();
    await client.openLink(token);
    const attempt = await client.startAssessment();
    expect((await client.attempt(practice.id)).id).toBe(practice.id);
    expect((await client.attempt(attempt.id)).items.map(({ question }) => question)).toEqual([null, null]);
    expect(practice.items[0]?.question).not.toBeNull();
    const [row] = await api.dataSource.query<{ guest: string | null }[]>(
      'select guest_id as guest from attempt where id = $1',
      [attempt.id],
    );
    expect(row?.guest).toBeNull();
  });
});

describe('the start', () => {
  test('needs consent', async () => {
    const { client } = await aCandidate();
    expect((await start(client, false)).data).toMatchObject({ startAssessment: { __typename: 'InvalidInputProblem' } });
  });

  test('twice at once, from two devices, makes one attempt with one set of items', async () => {
    const { client } = await aCandidate();
    const other = new Practiser(api.url, client.cookieHeader());
    const [one, two] = await Promise.all([client.startAssessment(), other.startAssessment()]);
    expect(two.id).toBe(one.id);
    expect(two.items.map(({ id }) => id)).toEqual(one.items.map(({ id }) => id));
    expect((await client.startAssessment()).id).toBe(one.id);
  });

  test('sets the deadline by the limit, the person’s extra time and breaks, and keeps sections in order', async () => {
    const { attempt } = await started({ extraTime: 0.25, breakSeconds: 300 });
    expect(attempt.closesAt).toBe(new Date(now.getTime() + (75 + 5) * MINUTE_MS).toISOString());
    expect(attempt.items.map(({ sectionId }) => sectionId)).toEqual(['section-1', 'section-2']);
    expect(attempt.items.map(({ kind }) => kind)).toEqual(['CHOICE', 'CODE']);
  });

  test('draws distinct questions from a pool, and for a second invitation those not seen before', async () => {
    const pool = await assessments.publish(organizationId, [
      { title: 'Pool', entries: [{ draw: 1, from: POOL, unseenOnly: true }] },
    ]);
    const first = await assessments.invite(organizationId, pool);
    const drawn: string[] = [];
    for (const invitation of [
      first,
      ...(await Promise.all([1, 2].map(() => assessments.invite(organizationId, pool, first)))),
    ]) {
      const client = visitor();
      await client.openLink(invitation.token);
      const { id } = await client.startAssessment();
      const rows = await api.dataSource.query<{ slug: string }[]>(
        `select q.slug from attempt_item i join question_version v on v.id = i.question_version_id
         join question q on q.id = v.question_id where i.attempt_id = $1`,
        [id],
      );
      drawn.push(...rows.map(({ slug }) => slug));
    }
    expect(drawn.sort()).toEqual([...POOL].sort());
  });

  test('reaches no attempt of another candidate or organization', async () => {
    const { attempt } = await started();
    const elsewhere = await assessments.organization(`other-${crypto.randomUUID()}`);
    const theirs = await assessments.publish(elsewhere, [{ title: 'One', entries: [{ slug: CHOICE }] }]);
    const { token } = await assessments.invite(elsewhere, theirs);
    const stranger = visitor();
    await stranger.openLink(token);
    const same = (await aCandidate()).client;
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
    const { client, attempt } = await started();
    const code = itemOf(attempt, 'CODE');
    expect(code.content.groups).toEqual([]);
    const sent = await client.submitCode(code.id, 'def average_precision(labels, scores):\n    return 1.0\n');
    expect(sent).toMatchObject({ submission: { status: 'RECEIVED', verdict: null, groups: [], placeInQueue: null } });
    const job = await grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
    expect(job.scope).toBe(versionId);
    await api.app.get(GradeIntake).takeAll();
    const { id } = sent['submission'] as { id: string };
    expect(await client.submission(id)).toMatchObject({ status: 'RECEIVED', verdict: null, earned: null });
  });

  test('ends with a receipt and no score; the organization sees the total in the weights of the assessment', async () => {
    const { client, attempt, invitation } = await started();
    await client.save(itemOf(attempt, 'CHOICE').id, { choice: { picked: [KEY] } });
    const { attempt: ended } = await client.submitAttempt(attempt.id);
    expect(ended).toMatchObject({ endedBy: 'CANDIDATE', score: null });
    expect(ended?.receiptCode).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(ended?.items.every(({ feedback, question }) => feedback === null && question === null)).toBe(true);
    const scores = await api.dataSource.query<{ earned: number; weight: number }[]>(
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
    const { client, attempt } = await started();
    await client.save(itemOf(attempt, 'CHOICE').id, { choice: { picked: [KEY] } });
    now = new Date(now.getTime() + 61 * MINUTE_MS);
    const late = await client.save(itemOf(attempt, 'CHOICE').id, { choice: { picked: [] } });
    expect(late.__typename).toBe('AttemptClosedProblem');
    expect(await client.attempt(attempt.id)).toMatchObject({ endedBy: 'CLOCK' });
  });

  test('without a way back closes the items before the one that is shown, and scores them at the end', async () => {
    const forward = await assessments.publish(
      organizationId,
      [{ title: 'One', entries: [{ slug: CHOICE }, { slug: 'choice.backtest-too-good' }] }],
      { minutes: 60, rules: { mayGoBack: false, countedSubmission: 'last', afterRelease: 'nothing' } },
    );
    const client = visitor();
    await client.openLink((await assessments.invite(organizationId, forward)).token);
    const { id, items } = await client.startAssessment();
    const [first, second] = items;
    await client.present(first?.id ?? '');
    await client.save(first?.id ?? '', { choice: { picked: [KEY] } });
    await client.present(second?.id ?? '');
    const late = await client.save(first?.id ?? '', { choice: { picked: [] } });
    expect(late.__typename).toBe('AttemptClosedProblem');
    await client.submitAttempt(id);
    const rows = await api.dataSource.query<{ earned: number }[]>(
      'select s.earned from score s join attempt_item i on i.id = s.attempt_item_id where i.attempt_id = $1 order by i.position',
      [id],
    );
    expect(rows.map(({ earned }) => earned)).toEqual([1, 0]);
  });

  test('accepts code only in the languages that the assessment allows', async () => {
    const sql = await assessments.publish(organizationId, [{ title: 'One', entries: [{ slug: CODE }] }], {
      minutes: 60,
      languages: ['python'],
    });
    const client = visitor();
    await client.openLink((await assessments.invite(organizationId, sql)).token);
    const { items } = await client.startAssessment();
    const languages = items[0]?.content['languages'] as { language: string }[];
    expect(languages.map(({ language }) => language)).toEqual(['PYTHON']);
  });
});

test('a candidate reads and deletes what the organization has stored; the session ends, and scores stay without a name', async () => {
  const { client, attempt, invitation } = await started();
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
  expect(await visitor().openLink(invitation.token)).toMatchObject({ reason: 'UNKNOWN' });
  const left = await api.dataSource.query<object[]>(
    `select from response r join attempt_item i on i.id = r.attempt_item_id where i.attempt_id = $1
     union all select from candidate_profile where candidate_id = $2`,
    [attempt.id, invitation.candidateId],
  );
  expect(left).toEqual([]);
});
