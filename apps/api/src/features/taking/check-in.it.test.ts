import { GraphQLClient } from '@holdout/testing';
import { CheckIn } from './check-in';
import { CODE, TestTaking } from './test-taking';

const CHECK_IN = `mutation { checkIn(input: {}) { __typename ... on CheckInSuccess { serverTime
    invitation { id status recorded }
    trial { id form isTrial closesAt endedAt receiptCode score { possible } assessment { mayGoBack }
      items { id kind sectionId question { id } content { ... on CodeContent { languages { language } } } } } }
  ... on AssessmentNotOpenProblem { status } } }`;
const DAY_MS = 24 * 3_600_000;
const SOURCE = 'def twice(number):\n    return 2 * number\n';

type Trial = {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly kind: string; readonly content: object }[];
};
type Begun = {
  readonly __typename: string;
  readonly serverTime: string;
  readonly trial: Trial | null;
  readonly invitation: { readonly status: string };
};

const t = new TestTaking();
beforeAll(() => t.begin({ HOLDOUT_TRIAL_BANK: 'bank-trial' }));
afterAll(() => t.end());

const checkIn = async (client: GraphQLClient): Promise<Begun> =>
  (await client.ask<{ checkIn: Begun }>(CHECK_IN)).checkIn;

async function aTrial() {
  const { client, invitation } = await t.aCandidate();
  const { trial } = await checkIn(client);
  if (trial === null) throw new Error('There is no trial.');
  const itemOf = (kind: string) => trial.items.find((item) => item.kind === kind)?.id ?? '';
  return { client, invitation, trial, choice: itemOf('CHOICE'), code: itemOf('CODE') };
}

const rows = async <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> =>
  t.api.dataSource.query<Row[]>(sql, parameters);

describe('check-in', () => {
  test('draws one question of each kind that the assessment has, and says what will be recorded', async () => {
    const { client } = await t.aCandidate();
    expect(await checkIn(client)).toMatchObject({
      serverTime: t.now.toISOString(),
      invitation: {
        status: 'CHECKED_IN',
        recorded: ['REVISIONS', 'SUBMISSIONS', 'EDITS', 'PASTES', 'FOCUS', 'RESIZES', 'DEVICES'],
      },
      trial: {
        ...{ form: 'ASSESSMENT', isTrial: true, closesAt: null, receiptCode: null, score: null },
        items: [
          { kind: 'CHOICE', sectionId: null, question: null },
          { kind: 'CODE', sectionId: null, question: null },
        ],
      },
    });
  });

  test('asks for code in a language that the assessment allows', async () => {
    const version = await t.assessments.publish(t.organizationId, [{ title: 'Code', entries: [{ slug: CODE }] }], {
      languages: ['python'],
    });
    const client = t.visitor();
    await client.openLink((await t.assessments.invite(t.organizationId, version)).token);
    expect((await checkIn(client)).trial?.items.map(({ content }) => content)).toEqual([
      { languages: [{ language: 'PYTHON' }] },
    ]);
  });

  test('is the same trial after a reload and on another device, and the first time is kept', async () => {
    const { client, invitation, trial } = await aTrial();
    const [first] = await rows<{ at: Date }>('select checked_in_at as at from invitation where id = $1', invitation.id);
    t.now = new Date(t.now.getTime() + 60_000);
    const other = new GraphQLClient(t.api.url, client.cookieHeader());
    const [one, two] = await Promise.all([checkIn(client), checkIn(other)]);
    expect([one.trial?.id, two.trial?.id]).toEqual([trial.id, trial.id]);
    expect(await rows('select checked_in_at as at from invitation where id = $1', invitation.id)).toEqual([first]);
  });

  test('is refused once the assessment was started', async () => {
    const { client } = await t.started();
    expect(await checkIn(client)).toEqual({ __typename: 'AssessmentNotOpenProblem', status: 'STARTED' });
  });

  test('without a trial bank still lets the person start', async () => {
    const shelve = 'update question set current_version_id = $1 where bank_id = $2 returning id';
    const current = await rows<{ id: string; version: string }>(
      `select id, current_version_id as version from question where bank_id = 'trial'`,
    );
    await rows(shelve, null, 'trial');
    const { client } = await t.aCandidate();
    expect(await checkIn(client)).toMatchObject({ invitation: { status: 'CHECKED_IN' }, trial: null });
    expect((await client.startAssessment()).items).toHaveLength(2);
    for (const { id, version } of current)
      await rows('update question set current_version_id = $2 where id = $1', id, version);
  });

  test('a script is slowed down', async () => {
    const { client } = await t.aCandidate();
    const codes: string[] = [];
    for (let turn = 0; turn < 61; turn++) codes.push(...(await client.refusal(CHECK_IN).catch(() => [])));
    expect(codes).toEqual(['RATE_LIMITED']);
  });
});

describe('a trial', () => {
  test('is answered, run and submitted like the assessment, and leaves no points that anybody sees', async () => {
    const { client, invitation, choice, code } = await aTrial();
    expect(await client.save(choice, { choice: { picked: ['apple'] } })).toMatchObject({ response: { revision: 1 } });
    expect(await client.runCode(code, SOURCE)).toMatchObject({ __typename: 'RunCodeSuccess' });
    const manager = await t.member('manager');
    const attempt = await manager.ask('query ($id: ID!) { candidateAttempt(invitationId: $id) { id } }', {
      id: invitation.id,
    });
    expect(attempt).toEqual({ candidateAttempt: null });
  });

  test('is not the candidate’s attempt, and its questions are seen nowhere else', async () => {
    const { client, trial } = await aTrial();
    const { id, items } = await client.startAssessment();
    expect(id).not.toBe(trial.id);
    expect(items).toHaveLength(2);
    const public_ = await new GraphQLClient(t.api.url).ask<{ questions: { edges: object[] } }>(
      '{ questions(first: 50, filter: { text: "Trial" }) { edges { node { slug title } } } }',
    );
    expect(JSON.stringify(public_)).not.toContain('Trial,');
    expect(await rows(`select id from skill where id = 'trial.controls'`)).toEqual([]);
  });

  test('is reached by nobody but its candidate', async () => {
    const { choice, trial } = await aTrial();
    const { client: stranger } = await t.aCandidate();
    const member = await t.member('admin');
    const query = 'query ($id: ID!) { attempt(id: $id) { id } }';
    for (const client of [stranger, member])
      expect(await client.refusal(query, { id: trial.id })).toEqual(['NOT_FOUND']);
    expect(await stranger.save(choice, { choice: { picked: ['apple'] } }).catch(String)).toContain('NOT_FOUND');
  });

  test('its runs use up nothing of what may be run in the assessment', async () => {
    const { client, code } = await aTrial();
    for (let turn = 0; turn < 60; turn++) await client.runCode(code, SOURCE);
    expect(await client.runCode(code, SOURCE)).toMatchObject({ __typename: 'TooManySubmissionsProblem' });
    const attempt = await client.startAssessment();
    const item = attempt.items.find(({ kind }) => kind === 'CODE');
    expect(await client.runCode(item?.id ?? '', SOURCE)).toMatchObject({ __typename: 'RunCodeSuccess' });
  });

  test('is deleted after a day with all that was written in it, and check-in draws a new one', async () => {
    const { client, choice, code, trial } = await aTrial();
    await client.save(choice, { choice: { picked: ['apple'] } });
    await client.runCode(code, SOURCE);
    await t.api.app.get(CheckIn).deleteOld();
    expect((await checkIn(client)).trial?.id).toBe(trial.id);
    t.now = new Date(t.now.getTime() + DAY_MS + 1);
    await t.api.app.get(CheckIn).deleteOld();
    expect(await rows('select id from attempt where id = $1', trial.id)).toEqual([]);
    expect(await rows('select id from submission where attempt_item_id = $1', code)).toEqual([]);
    expect((await checkIn(client)).trial?.id).not.toBe(trial.id);
  });

  test('is erased with its candidate', async () => {
    const { client, choice, code } = await aTrial();
    await client.save(choice, { choice: { picked: ['apple'] } });
    await client.runCode(code, SOURCE);
    await client.ask('mutation { deleteMyCandidateData(input: { confirm: true }) { __typename } }');
    expect(await rows('select attempt_item_id from response where attempt_item_id = $1', choice)).toEqual([]);
    expect(await rows('select source from submission where attempt_item_id = $1', code)).toEqual([{ source: '' }]);
  });
});
