import type { GraphQLClient } from '@holdout/testing';
import type { TestInvitation } from '../../test-assessment';
import { catchMail } from '../../test-mail';
import { CHOICE, TestTaking } from './test-taking';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const t = new TestTaking();
beforeAll(() => t.begin());
afterAll(() => t.end());

const setTime = async (column: string, { id }: TestInvitation, at: Date | null): Promise<void> => {
  await t.api.dataSource.query(`update invitation set ${column} = $2 where id = $1`, [id, at]);
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
    const { client } = await t.aCandidate({ extraTime: 0.25 });
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
    const { token } = await t.invite();
    const client = t.visitor();
    expect(await client.openLink(alter(token))).toMatchObject({ reason: 'UNKNOWN', contact: null });
    expect(client.lastSetCookies).toEqual([]);
  });

  test('that was withdrawn opens nothing, and ends the session that it opened', async () => {
    const { client, invitation } = await t.aCandidate();
    await setTime('withdrawn_at', invitation, t.now);
    expect(await t.visitor().openLink(invitation.token)).toMatchObject({ reason: 'WITHDRAWN' });
    expect((await statusOf(client)).errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('that has expired or is not open yet is read, and starts nothing', async () => {
    const late = await t.aCandidate({ expiresAt: new Date(t.now.getTime() - 1) });
    expect((await start(late.client)).data).toMatchObject({ startAssessment: { status: 'EXPIRED' } });
    const early = await t.aCandidate({ opensAt: new Date(t.now.getTime() + DAY_MS) });
    expect((await start(early.client)).data).toMatchObject({ startAssessment: { status: 'NOT_YET_OPEN' } });
  });

  test('says after the start and after the end where the candidate is, in every browser that it opens', async () => {
    const { client, attempt, invitation } = await t.started();
    expect(await client.openLink(invitation.token)).toMatchObject({
      invitation: { status: 'STARTED', attempt: { id: attempt.id } },
    });
    await client.submitAttempt(attempt.id);
    await setTime('withdrawn_at', invitation, t.now);
    expect(await client.openLink(invitation.token)).toMatchObject({ invitation: { status: 'SUBMITTED' } });
    expect((await client.attempt(attempt.id)).receiptCode).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect((await start(client)).data).toMatchObject({ startAssessment: { __typename: 'StartAssessmentSuccess' } });
  });

  test('that was replaced by a newer one, or whose candidate was erased, is unknown', async () => {
    const { invitation } = await t.aCandidate();
    await t.api.dataSource.query('update invitation set token_hash = $2 where id = $1', [
      invitation.id,
      Buffer.from('another'),
    ]);
    expect(await t.visitor().openLink(invitation.token)).toMatchObject({ reason: 'UNKNOWN', contact: null });
    const erased = await t.aCandidate();
    await t.api.dataSource.query('update candidate set erased_at = $2 where id = $1', [
      erased.invitation.candidateId,
      t.now,
    ]);
    expect(await t.visitor().openLink(erased.invitation.token)).toMatchObject({ reason: 'UNKNOWN', contact: null });
  });

  test('names whom to write to: the member who invited', async () => {
    await t.member('manager');
    const [row] = await t.api.dataSource.query<{ id: string }[]>(
      "select account_id as id from account_profile where email = 'manager@acme.example'",
    );
    const { client, invitation } = await t.aCandidate({ createdBy: row?.id ?? '' });
    const contact = { name: 'manager', email: 'manager@acme.example' };
    expect(await client.openLink(invitation.token)).toMatchObject({ invitation: { contact } });
    await setTime('withdrawn_at', invitation, t.now);
    expect(await t.visitor().openLink(invitation.token)).toMatchObject({
      reason: 'WITHDRAWN',
      contact: { email: contact.email },
    });
  });

  test('that was declined starts nothing; declining again changes nothing', async () => {
    const { client } = await t.aCandidate();
    const DECLINE = 'mutation { declineInvitation(input: {}) { __typename } }';
    expect(await client.ask(DECLINE)).toEqual({ declineInvitation: { __typename: 'DeclineInvitationSuccess' } });
    expect(await client.ask(DECLINE)).toEqual({ declineInvitation: { __typename: 'DeclineInvitationSuccess' } });
    expect((await start(client)).data).toMatchObject({ startAssessment: { status: 'DECLINED' } });
  });

  test('that is forwarded opens no second browser without the code from the invited mailbox', async () => {
    const mail = catchMail(t.api);
    const { invitation } = await t.aCandidate();
    const other = t.visitor();
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
    expect(await t.visitor().openLink(invitation.token, code)).toMatchObject({ isWrong: true });
  });

  test('takes five wrong codes, then no more, and none after ten minutes', async () => {
    const mail = catchMail(t.api);
    const { invitation } = await t.aCandidate();
    const other = t.visitor();
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
    t.now = new Date(t.now.getTime() + 11 * MINUTE_MS);
    expect(await other.openLink(invitation.token, second)).toMatchObject({ isWrong: true });
  });

  test('leaves a signed-in member signed in, who keeps practice and assessment apart', async () => {
    const client = t.visitor();
    const practice = await client.startPractice(CHOICE);
    const { token } = await t.invite();
    await client.openLink(token);
    const attempt = await client.startAssessment();
    expect((await client.attempt(practice.id)).id).toBe(practice.id);
    expect((await client.attempt(attempt.id)).items.map(({ question }) => question)).toEqual([null, null]);
    expect(practice.items[0]?.question).not.toBeNull();
    const [row] = await t.api.dataSource.query<{ guest: string | null }[]>(
      'select guest_id as guest from attempt where id = $1',
      [attempt.id],
    );
    expect(row?.guest).toBeNull();
  });
});
