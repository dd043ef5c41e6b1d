import { randomUUID } from 'node:crypto';
import { hashOfToken, newToken } from '../../platform/access/link-token';
import { catchMail, type TestMail } from '../../test-mail';
import { SeatCodes } from './seat-codes';
import { Applicant, codeFor } from './test-seats';
import { TestTaking } from './test-taking';

const DAY_MS = 86_400_000;

const t = new TestTaking();
let mail: { sent(): Promise<readonly TestMail[]> };
beforeAll(async () => {
  await t.begin();
  mail = catchMail(t.api);
});
afterAll(() => t.end());

type LinkMore = {
  readonly cap?: number;
  readonly opensAt?: Date;
  readonly closesAt?: Date;
  readonly withdrawnAt?: Date;
};

async function aLink({ cap = 5, opensAt, closesAt, withdrawnAt }: LinkMore = {}): Promise<string> {
  const token = newToken();
  await t.api.dataSource.query(
    `insert into public_link (id, organization_id, assessment_id, token_hash, cap, opens_at, closes_at, created_at, withdrawn_at)
     select $1, $2, assessment_id, $3, $4, $5, $6, $7, $8 from assessment_version where id = $9`,
    [
      randomUUID(),
      t.organizationId,
      hashOfToken(token),
      cap,
      opensAt ?? null,
      closesAt ?? null,
      t.now,
      withdrawnAt ?? null,
      t.versionId,
    ],
  );
  return token;
}

const applicant = (token: string, email = `${randomUUID()}@applicant.example`) =>
  new Applicant(t.visitor(), token, email);

/** Someone who has asked and read the mail. */
async function asked(token: string, email?: string): Promise<{ who: Applicant; code: string }> {
  const who = applicant(token, email);
  await who.request();
  return { who, code: codeFor(who.email, await mail.sent()) };
}

async function seated(token: string, email?: string): Promise<{ who: Applicant; invitationId: string }> {
  const { who, code } = await asked(token, email);
  const outcome = await who.take(code);
  if (outcome.invitation === undefined) throw new Error(`No seat: ${JSON.stringify(outcome)}`);
  return { who, invitationId: outcome.invitation.id };
}

const seatsOf = async (token: string): Promise<number> => {
  const [row] = await t.api.dataSource.query<{ count: number }[]>(
    `select count(*)::int as count from invitation i join public_link l on l.id = i.public_link_id where l.token_hash = $1`,
    [hashOfToken(token)],
  );
  return row?.count ?? 0;
};

describe('a public link', () => {
  test('tells what it is for and opens nothing before an address is verified', async () => {
    const who = applicant(await aLink());
    expect(await who.open()).toMatchObject({
      __typename: 'PublicLinkProblem',
      state: 'OPEN',
      title: 'ML engineer II',
      organizationName: 'Acme',
    });
    expect(who.client.lastSetCookies).toEqual([]);
  });

  test.each([
    ['NOT_YET_OPEN', { opensAt: new Date('2026-11-21T09:00:00Z') }],
    ['CLOSED', { closesAt: new Date('2026-11-19T09:00:00Z') }],
    ['WITHDRAWN', { withdrawnAt: new Date('2026-11-19T09:00:00Z') }],
  ])('that is %s says so, names whom to write to, and sends no code to a stranger', async (state, more) => {
    await t.api.dataSource.query('update organization set contact_email = $2 where id = $1', [
      t.organizationId,
      'jobs@acme.example',
    ]);
    const token = await aLink(more);
    const contact = { name: 'Acme', email: 'jobs@acme.example' };
    expect(await applicant(token).open()).toMatchObject({ state, contact });
    expect((await asked(token)).code).toBe('');
  });

  test('gives a seat to whoever types in the code of the mail, who can then start', async () => {
    const token = await aLink();
    const { who, code } = await asked(token);
    expect(await seatsOf(token)).toBe(0);
    expect(await who.take(code)).toMatchObject({ __typename: 'TakeSeatSuccess', invitation: { status: 'OPENED' } });
    expect(await seatsOf(token)).toBe(1);
    expect((await who.client.startAssessment()).items).toHaveLength(2);
    expect(await who.open()).toMatchObject({ __typename: 'OpenInvitationLinkSuccess' });
  });

  test('takes a code once, five tries long, for ten minutes, and only from who asked for it', async () => {
    const token = await aLink();
    const { who, code } = await asked(token);
    expect(await applicant(token, who.email).take(code)).toMatchObject({ __typename: 'WrongCodeProblem' });
    await who.take(code);
    expect(await who.take(code)).toMatchObject({ __typename: 'WrongCodeProblem' });
    const tried = await asked(token);
    for (let n = 0; n < 5; n += 1) await tried.who.take('none');
    expect(await tried.who.take(tried.code)).toMatchObject({ __typename: 'WrongCodeProblem' });
    const late = await asked(token);
    t.now = new Date(t.now.getTime() + 10 * 60_000);
    expect(await late.who.take(late.code)).toMatchObject({ __typename: 'WrongCodeProblem' });
  });

  test('used twice by one person is one candidate and one seat, also when it is full', async () => {
    const token = await aLink({ cap: 1 });
    const first = await seated(token);
    expect(await applicant(token).open()).toMatchObject({ state: 'FULL' });
    const second = await seated(token, first.who.email);
    expect(second.invitationId).toBe(first.invitationId);
    expect(await seatsOf(token)).toBe(1);
  });

  test('leads a person who was invited by mail to that invitation, and takes no seat', async () => {
    const token = await aLink();
    const invited = await t.invite();
    expect((await seated(token, invited.email)).invitationId).toBe(invited.id);
    expect(await seatsOf(token)).toBe(0);
  });

  test('gives its last seat to exactly one of two who verify at once', async () => {
    const token = await aLink({ cap: 1 });
    const both = [await asked(token), await asked(token)];
    const outcomes = await Promise.all(both.map(({ who, code }) => who.take(code)));
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['PublicLinkProblem', 'TakeSeatSuccess']);
    expect(outcomes.find(({ __typename }) => __typename === 'PublicLinkProblem')).toMatchObject({ state: 'FULL' });
    expect(await seatsOf(token)).toBe(1);
  });

  test('gives one seat to one person who types in two codes at once', async () => {
    const token = await aLink();
    const one = await asked(token);
    const two = await asked(token, one.who.email);
    const outcomes = await Promise.all([one, two].map(({ who, code }) => who.take(code)));
    expect(new Set(outcomes.map(({ invitation }) => invitation?.id)).size).toBe(1);
    expect(await seatsOf(token)).toBe(1);
  });

  test('answers alike for a known and an unknown address, with one mail each', async () => {
    const token = await aLink();
    const known = applicant(token, (await t.invite()).email);
    const unknown = applicant(token);
    const answers = [await known.request(), await unknown.request()];
    expect(answers.map((answer) => Object.keys(answer))).toEqual([
      ['__typename', 'requestId'],
      ['__typename', 'requestId'],
    ]);
    const sent = await mail.sent();
    expect(sent.map(({ to }) => to).sort()).toEqual([known.email, unknown.email].sort());
    expect(new Set(sent.map(({ subject }) => subject))).toEqual(new Set(['Your code: ML engineer II']));
  });

  test('refuses a bad address, a missing name and an unknown token', async () => {
    const token = await aLink();
    expect(await applicant(token, 'no address').request()).toMatchObject({
      issues: [{ field: 'email', code: 'MALFORMED' }],
    });
    expect(await applicant(token).request(' ')).toMatchObject({ issues: [{ field: 'name', code: 'MISSING' }] });
    expect(await applicant('altered').request()).toMatchObject({ reason: 'UNKNOWN' });
  });

  test('slows down codes for one mailbox and does not lock it', async () => {
    const who = applicant(await aLink());
    for (let n = 0; n < 6; n += 1) await who.request();
    await expect(who.request()).rejects.toThrow(/RATE_LIMITED/);
    t.now = new Date(t.now.getTime() + 5 * 60_000);
    expect(await who.request()).toMatchObject({ __typename: 'RequestSeatSuccess' });
    await mail.sent();
  });

  test('brings back nobody whose invitation was withdrawn', async () => {
    const token = await aLink();
    const { who, invitationId } = await seated(token);
    await t.api.dataSource.query('update invitation set withdrawn_at = $2 where id = $1', [invitationId, t.now]);
    const again = await asked(token, who.email);
    expect(await again.who.take(again.code)).toMatchObject({ reason: 'WITHDRAWN' });
  });

  test('leaves an audit entry without personal data, and names of those who never came are deleted after a day', async () => {
    const token = await aLink();
    const { invitationId } = await seated(token);
    const [entry] = await t.api.dataSource.query<{ detail: object }[]>(
      `select detail from audit where act = 'public_link.seat_taken' and detail ->> 'invitationId' = $1`,
      [invitationId],
    );
    expect(Object.keys(entry?.detail ?? {}).sort()).toEqual(['assessmentId', 'invitationId']);
    const { who } = await asked(token);
    t.now = new Date(t.now.getTime() + DAY_MS + 1);
    await mail.sent();
    await t.api.app.get(SeatCodes).deleteOld();
    expect(await t.api.dataSource.query('select from seat_code where email = $1', [who.email])).toEqual([]);
  });
});
