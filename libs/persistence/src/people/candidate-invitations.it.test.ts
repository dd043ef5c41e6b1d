import { randomBytes } from 'node:crypto';
import { EMPTY_DRAFT, type InvitationFacts, invitationStatus } from '@holdout/assessment';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import fc from 'fast-check';
import { Database } from '../database';
import {
  type AssessmentId,
  type AssessmentVersionId,
  type CandidateId,
  type InvitationId,
  newId,
  type OrganizationId,
  systemClock,
} from '../ids';
import { makeDataSource } from '../schema/data-source';
import { migrate } from '../schema/migrate';
import { CandidateInvitationRepository, type NewCandidateInvitation } from './candidate-invitation.repository';
import { CandidateRepository } from './candidate.repository';

const NOW = new Date('2026-11-30T12:00:00Z');
const HOUR = 3_600_000;

let scratch: ScratchDatabase;
let db: Database;
let query: (sql: string, parameters?: unknown[]) => Promise<unknown>;
let stop: () => Promise<void>;
const organizationId = newId<OrganizationId>(systemClock);
const assessmentId = newId<AssessmentId>(systemClock);
const versionId = newId<AssessmentVersionId>(systemClock);

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  const dataSource = await makeDataSource({ url: scratch.url }).initialize();
  await migrate(dataSource);
  db = new Database(dataSource.manager);
  query = (sql, parameters) => dataSource.query(sql, parameters);
  stop = () => dataSource.destroy();
  await query(`insert into organization (id, slug, name, created_at) values ($1, 'one', 'One', now())`, [
    organizationId,
  ]);
  await query(
    `insert into assessment (id, organization_id, title, created_at, draft, draft_revision, updated_at)
     values ($1, $2, 'A', now(), $3, 1, now())`,
    [assessmentId, organizationId, JSON.stringify(EMPTY_DRAFT)],
  );
  await query(
    `insert into assessment_version (id, organization_id, assessment_id, number, content, content_hash, draft_revision,
       published_at) values ($1, $2, $3, 1, '{}', 'h', 1, now())`,
    [versionId, organizationId, assessmentId],
  );
});

afterAll(async () => {
  await stop();
  await scratch.drop();
});

const candidates = () => db.repo(CandidateRepository);
const invitations = () => db.repo(CandidateInvitationRepository);
const everything = { statuses: [], words: [], isUndelivered: false } as const;

async function aCandidate(email: string, name = 'A name'): Promise<CandidateId> {
  const id = newId<CandidateId>(systemClock);
  const [found] = await candidates().ensure(organizationId, [{ id, email, name }], NOW);
  if (found === undefined) throw new Error('no candidate');
  return found.id;
}

async function anInvitation(candidateId: CandidateId, email: string, more: Partial<NewCandidateInvitation> = {}) {
  const id = newId<InvitationId>(systemClock);
  const made = { assessmentVersionId: versionId, source: 'mail', publicLinkId: null, createdBy: null } as const;
  const times = { createdAt: NOW, opensAt: null, expiresAt: new Date(NOW.getTime() + HOUR) };
  const ids = { id, organizationId, assessmentId, candidateId, email, tokenHash: randomBytes(32) };
  await invitations().insertAll([{ ...ids, ...made, ...times, ...more }]);
  return id;
}

async function startAttempt(invitationId: InvitationId, candidateId: CandidateId, facts: InvitationFacts) {
  await query(
    `insert into attempt (id, purpose, form, organization_id, candidate_id, assessment_version_id, invitation_id, seed,
       started_at, ended_at, ended_by) values ($1, 'assessment', 'assessment', $2, $3, $4, $5, 's', $6, $7::timestamptz,
       case when $7::timestamptz is null then null else 'candidate' end)`,
    [newId(systemClock), organizationId, candidateId, versionId, invitationId, facts.startedAt, facts.endedAt],
  );
}

const aTime = fc.integer({ min: -2, max: 2 }).map((hours) => new Date(NOW.getTime() + hours * HOUR));
const maybe = fc.option(aTime, { nil: null });
const someFacts = fc
  .record({
    opensAt: maybe,
    expiresAt: aTime,
    openedAt: maybe,
    checkedInAt: maybe,
    declinedAt: maybe,
    withdrawnAt: maybe,
    startedAt: maybe,
    endedAt: maybe,
  })
  .map((facts) => ({ ...facts, endedAt: facts.startedAt === null ? null : facts.endedAt }));

test('the filter by status finds exactly those with the status that their times give them', async () => {
  const expected = new Map<string, string>();
  for (const [index, facts] of fc.sample(someFacts, { numRuns: 60, seed: 7 }).entries()) {
    const email = `status${index}@example.com`;
    const candidateId = await aCandidate(email);
    const id = await anInvitation(candidateId, email, { opensAt: facts.opensAt, expiresAt: facts.expiresAt });
    await query(
      'update invitation set opened_at = $2, checked_in_at = $3, declined_at = $4, withdrawn_at = $5 where id = $1',
      [id, facts.openedAt, facts.checkedInAt, facts.declinedAt, facts.withdrawnAt],
    );
    if (facts.startedAt !== null) await startAttempt(id, candidateId, facts);
    expected.set(id, invitationStatus(facts, NOW));
  }
  const counts = await invitations().countByStatus(assessmentId, NOW);
  for (const status of new Set(expected.values())) {
    const filter = { ...everything, statuses: [status as 'invited'] };
    const found = await invitations().list(assessmentId, filter, NOW, { first: 100, after: null });
    const wanted = [...expected].filter(([, each]) => each === status).map(([id]) => id);
    expect(found.map(({ id }) => id as string).sort()).toEqual(wanted.sort());
    expect(counts.get(status)).toBe(wanted.length);
  }
});

test('pages follow each other without a gap, and words are beginnings of the name or the address', async () => {
  const found = await aCandidate('found@pages.example', 'Given 100% Family');
  for (let n = 0; n < 5; n++) await anInvitation(found, 'found@pages.example');
  const filter = { ...everything, words: ['fam', '100%'] };
  const first = await invitations().list(assessmentId, filter, NOW, { first: 2, after: null });
  const last = first.at(-1);
  if (last === undefined) throw new Error('no page');
  const after = [last.createdAt, last.id] as const;
  const rest = await invitations().list(assessmentId, filter, NOW, { first: 10, after });
  expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(5);
  const none = await invitations().list(assessmentId, { ...filter, words: ['mily'] }, NOW, { first: 5, after: null });
  expect(none).toEqual([]);
});

test('an address that was seen before leads to the same candidate, also after a merge', async () => {
  const first = await aCandidate('twice@example.com');
  expect(await aCandidate('twice@example.com')).toBe(first);
  const other = await aCandidate('other.address@example.com');
  const invitation = await anInvitation(other, 'other.address@example.com');
  await candidates().setAllowance(organizationId, other, { extraTime: 0.5, breakSeconds: 0 });
  await db.transaction(async (tx) => {
    expect(await tx.repo(CandidateRepository).merge(organizationId, other, first)).toEqual({ kind: 'merged' });
  });
  expect(await aCandidate('other.address@example.com')).toBe(first);
  expect((await invitations().find(invitation))?.candidateId).toBe(first);
  const byOldAddress = { ...everything, words: ['other.addr'] };
  const found = await invitations().list(assessmentId, byOldAddress, NOW, { first: 10, after: null });
  expect(found.map(({ id }) => id)).toEqual([invitation]);
  await query(
    `insert into mail (id, organization_id, kind, subject_id, recipient, message_id, created_at, tries, failed_at, failure)
     values (gen_random_uuid(), $1, 'candidateInvitation', $2, 'x', 'x', now(), 1, now(), 'refused')`,
    [organizationId, invitation],
  );
  const undelivered = { ...byOldAddress, isUndelivered: true };
  const failed = await invitations().list(assessmentId, undelivered, NOW, { first: 10, after: null });
  expect(failed.map(({ id }) => id)).toEqual([invitation]);
  const others = { ...undelivered, words: ['nobody'] };
  expect(await invitations().list(assessmentId, others, NOW, { first: 10, after: null })).toEqual([]);
  expect((await candidates().find(organizationId, first))?.extraTime).toBe(0.5);
  expect(await candidates().find(organizationId, other)).toBeNull();
  await db.transaction(async (tx) => {
    expect(await tx.repo(CandidateRepository).merge(organizationId, other, first)).toEqual({ kind: 'missing' });
  });
});

test('an invitation on which an attempt was started is neither withdrawn nor extended', async () => {
  const candidateId = await aCandidate('started@example.com');
  const [started, free] = [
    await anInvitation(candidateId, 'started@example.com'),
    await anInvitation(candidateId, 'started@example.com'),
  ];
  await startAttempt(started, candidateId, { startedAt: NOW, endedAt: null } as InvitationFacts);
  expect(await invitations().extend([started, free], new Date(NOW.getTime() + 2 * HOUR))).toEqual([free]);
  expect(await invitations().withdraw([started, free], NOW)).toEqual([free]);
  expect(await invitations().withdraw([free], NOW)).toEqual([]);
  expect(await invitations().extend([free], NOW)).toEqual([]);
});

test('a person is reminded once, and not after the deadline', async () => {
  const candidateId = await aCandidate('remind@example.com');
  const [open, past] = [
    await anInvitation(candidateId, 'remind@example.com'),
    await anInvitation(candidateId, 'remind@example.com', { expiresAt: NOW }),
  ];
  expect(await invitations().remind([open, past], NOW)).toEqual([open]);
  expect(await invitations().remind([open], NOW)).toEqual([]);
});
