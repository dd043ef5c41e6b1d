import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLClient } from '@holdout/testing';
import { KEY, TestTaking } from '../taking/test-taking';
import { RetentionRuns } from './retention-runs';

const PRIVACY = 'query ($slug: String!) { privacy(slug: $slug) { hidesNames months { recordings answers people } } }';
const PREVIEW = `query ($months: RetentionInput!) { retentionPreview(slug: "acme", months: $months) {
  recordings answers people } }`;
const SAVE = `mutation ($input: SavePrivacyInput!) { savePrivacy(input: $input) { __typename
  ... on InvalidInputProblem { issues { field code limit } } } }`;
const ERASE = `mutation ($input: EraseCandidateInput!) { eraseCandidate(input: $input) { __typename } }`;
const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';

const t = new TestTaking();
let admin: GraphQLClient;
beforeAll(async () => {
  await t.begin();
  admin = await t.member('admin');
  // The clock of these tests goes on by months.
  await t.api.dataSource.query("update session set expires_at = expires_at + interval '10 years'");
});
afterAll(() => t.end());

const count = async (table: string, attemptId: string, where = 'attempt_id = $1') => {
  const sql = `select count(*)::int as n from ${table} where ${where}`;
  return (await t.api.dataSource.query<{ n: number }[]>(sql, [attemptId]))[0]?.n;
};
const ITEM = 'attempt_item_id in (select id from attempt_item where attempt_id = $1)';
const nameOf = async (candidateId: string) =>
  (
    await t.api.dataSource.query<{ name: string }[]>('select name from candidate_profile where candidate_id = $1', [
      candidateId,
    ])
  )[0]?.name;
const acts = async (act: string) =>
  t.api.dataSource.query<{ actor: string | null; detail: object }[]>(
    'select actor_account_id as actor, detail from audit where act = $1 order by at desc',
    [act],
  );

/** Someone who has answered, been recorded, and ended. */
async function ended() {
  const { client, attempt, invitation } = await t.started();
  const [choice, code] = attempt.items;
  await client.save(choice?.id ?? '', { choice: { picked: [KEY] } });
  await client.save(code?.id ?? '', { code: { language: 'PYTHON', source: SOURCE } });
  await t.api.dataSource.query(
    `insert into attempt_event (attempt_id, client_id, sequence, began_at, received_at, bytes, events)
     values ($1, gen_random_uuid(), 0, $2, $2, 2, '[]')`,
    [attempt.id, t.now],
  );
  await client.submitAttempt(attempt.id);
  return { client, attempt: attempt.id, candidate: invitation.candidateId, invitation };
}

const months = (some: object) => ({ recordings: null, answers: null, people: null, ...some });
const save = (some: object, hidesNames = false) =>
  admin.ask<{ savePrivacy: object }>(SAVE, { input: { slug: 'acme', months: months(some), hidesNames } });
const preview = async (some: object) =>
  (await admin.ask<{ retentionPreview: object }>(PREVIEW, { months: months(some) })).retentionPreview;
const runs = () => t.api.app.get(RetentionRuns).runAll();
const laterMonths = (n: number) => (t.now = new Date(t.now.getTime() + n * 31 * 86_400_000));

test('an organization keeps everything until it says otherwise; nonsense is refused', async () => {
  const nothing = { hidesNames: false, months: { recordings: null, answers: null, people: null } };
  expect(await admin.ask(PRIVACY, { slug: 'acme' })).toEqual({ privacy: nothing });
  const { savePrivacy } = await save({ recordings: 0, answers: 241 });
  expect(savePrivacy).toMatchObject({
    issues: [
      { field: 'recordings', code: 'TOO_SMALL', limit: 1 },
      { field: 'answers', code: 'TOO_LARGE', limit: 240 },
    ],
  });
  expect(await acts('privacy.changed')).toEqual([]);
  await runs();
  expect(await acts('retention.applied')).toEqual([]);
});

test('each kind is deleted after its months, no earlier, and is counted before; scores stay', async () => {
  const one = await ended();
  const plan = { recordings: 1, answers: 3, people: 6 };
  expect(await preview(plan)).toEqual({ recordings: 0, answers: 0, people: 0 });
  laterMonths(2);
  const recent = await ended();
  expect(await preview(plan)).toEqual({ recordings: 1, answers: 0, people: 0 });
  await save(plan);
  await runs();
  expect(await count('attempt_event', one.attempt)).toBe(0);
  expect(await count('attempt_event', recent.attempt)).toBe(1);
  expect(await count('response', one.attempt, ITEM)).toBe(2);

  laterMonths(2);
  expect(await preview(plan)).toMatchObject({ answers: 1, people: 0 });
  await runs();
  expect(await count('response', one.attempt, ITEM)).toBe(0);
  expect(await count('submission', one.attempt, `${ITEM} and source <> ''`)).toBe(0);
  expect(await count('response', recent.attempt, ITEM)).toBe(2);
  expect(await count('score', one.attempt, ITEM)).toBeGreaterThan(0);
  expect(await nameOf(one.candidate)).toBe('A candidate');

  laterMonths(3);
  await runs();
  expect(await nameOf(one.candidate)).toBeUndefined();
  expect(await nameOf(recent.candidate)).toBe('A candidate');
  expect(await count('score', one.attempt, ITEM)).toBeGreaterThan(0);
  expect((await acts('retention.applied'))[0]).toMatchObject({ actor: null, detail: { people: 1 } });
  await save({});
});

test('a person who has an open invitation, or takes an assessment, is not forgotten', async () => {
  const { candidateId } = await t.invite();
  const running = await t.started();
  laterMonths(1);
  await save({ people: 2 });
  laterMonths(1);
  await runs();
  expect(await nameOf(candidateId)).toBe('A candidate');
  expect(await nameOf(running.invitation.candidateId)).toBe('A candidate');
  await save({});
});

test('an administrator erases a person: who still writes is refused, and the audit says who did it', async () => {
  const { client, attempt, invitation } = await t.started();
  const [choice] = attempt.items;
  await client.save(choice?.id ?? '', { choice: { picked: [KEY] } });
  const input = { organization: 'acme', candidateId: invitation.candidateId };
  expect(await admin.ask(ERASE, { input: { ...input, confirm: false } })).toMatchObject({
    eraseCandidate: { __typename: 'InvalidInputProblem' },
  });
  expect(await nameOf(invitation.candidateId)).toBe('A candidate');
  await admin.ask(ERASE, { input: { ...input, confirm: true } });
  expect(await nameOf(invitation.candidateId)).toBeUndefined();
  expect(await count('response', attempt.id, ITEM)).toBe(0);
  const { errors } = await client.send('{ myCandidateData { __typename } }', {});
  expect(errors).toBeDefined();
  expect((await acts('candidate.deleted'))[0]?.actor).not.toBeNull();
  const { errors: again } = await admin.send(ERASE, { input: { ...input, confirm: true } });
  expect(again?.[0]?.extensions.code).toBe('NOT_FOUND');
});

const download = (client: GraphQLClient, name: string, candidateId: string, slug = 'acme') =>
  fetch(`${t.api.url}/exports/${name}?slug=${slug}&candidateId=${candidateId}`, { headers: client.cookieHeader() });

test('an administrator downloads what the person’s own copy has, as JSON and with the programs as files', async () => {
  const { client, candidate } = await ended();
  const own = await fetch(`${t.api.url}/exports/my-candidate-data.json`, { headers: client.cookieHeader() });
  const json = await download(admin, 'candidate-data.json', candidate);
  expect(json.headers.get('cache-control')).toBe('no-store');
  expect(await json.json()).toEqual(await own.json());
  const zip = await download(admin, 'candidate-files.zip', candidate);
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    writeFileSync(join(folder, 'a.zip'), Buffer.from(await zip.arrayBuffer()));
    const read = `import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('assessment-1/question-2.py').decode(), end='')`;
    expect(execFileSync('/usr/bin/python3', ['-c', read, join(folder, 'a.zip')], { encoding: 'utf8' })).toBe(SOURCE);
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect((await acts('candidate.exported')).length).toBe(2);
});

test('managers, and administrators of other organizations, get nothing', async () => {
  const { candidate } = await ended();
  const manager = await t.member('manager');
  expect((await download(manager, 'candidate-data.json', candidate)).status).toBe(404);
  expect((await download(admin, 'candidate-files.zip', candidate, 'nowhere')).status).toBe(404);
  const elsewhere = await t.assessments.organization('elsewhere');
  const version = await t.assessments.publish(elsewhere, [], {});
  const other = await t.assessments.invite(elsewhere, version);
  expect((await download(admin, 'candidate-data.json', other.candidateId)).status).toBe(404);
});
