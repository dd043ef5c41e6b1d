import { randomUUID } from 'node:crypto';
import {
  type CandidateId,
  type MailId,
  MailRepository,
  type OrganizationId,
  CandidateRepository,
} from '@holdout/persistence';
import { GraphQLSocket } from '@holdout/testing';
import type { MailKind } from '../mail/mail-kinds';
import { Mails } from '../mail/mails';
import { TestTaking } from './test-taking';

const DELETE = 'mutation ($input: DeleteMyCandidateDataInput!) { deleteMyCandidateData(input: $input) { __typename } }';
const CHANGED = 'subscription ($id: ID!) { submissionChanged(id: $id) { id } }';
const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';
const FORBIDDEN = 4403;

const t = new TestTaking();
beforeAll(() => t.begin());
afterAll(() => t.end());

const queue = (to: string, organizationId: string, kind: MailKind = 'candidateInvitation'): Promise<MailId> =>
  t.api.db.transaction((tx) =>
    t.api.app
      .get(Mails)
      .queue(tx, { kind, subjectId: randomUUID(), to, organizationId: organizationId as OrganizationId }),
  );

const mailsTo = async (...addresses: string[]): Promise<string[]> => {
  const rows = await t.api.dataSource.query<{ id: string }[]>('select id from mail where recipient = any($1)', [
    addresses,
  ]);
  return rows.map(({ id }) => id);
};

test('deletes the organization’s mails to every address of the person, sent and queued, and no others', async () => {
  const { client, invitation } = await t.aCandidate();
  const merged = await t.invite();
  const [from, into] = [merged.candidateId, invitation.candidateId] as [CandidateId, CandidateId];
  await t.api.db.transaction((tx) =>
    tx.repo(CandidateRepository).merge(t.organizationId as OrganizationId, from, into),
  );
  const elsewhere = await t.assessments.organization(`other-${randomUUID()}`);
  const sent = await queue(invitation.email, t.organizationId);
  await t.api.db.repo(MailRepository).markSent(sent, t.now);
  await queue(invitation.email, t.organizationId, 'candidateReminder');
  await queue(merged.email, t.organizationId);
  const kept = [await queue(invitation.email, elsewhere), await queue('other@candidate.example', t.organizationId)];
  await client.ask(DELETE, { input: { confirm: true } });
  expect((await mailsTo(invitation.email, merged.email, 'other@candidate.example')).sort()).toEqual(kept.sort());
});

test('ends the sessions of every browser and closes their sockets; a grading job with the code is forgotten', async () => {
  const { client, attempt, invitation } = await t.started();
  const code = attempt.items.find(({ kind }) => kind === 'CODE');
  const sent = await client.runCode(code?.id ?? '', SOURCE);
  const { id } = sent['submission'] as { id: string };
  const socket = new GraphQLSocket(t.api.url, client.cookieHeader());
  const { opened, closed } = socket.watch(CHANGED, { id });
  await opened;
  await client.ask(DELETE, { input: { confirm: true } });
  expect(await closed).toBe(FORBIDDEN);
  const live = await t.api.dataSource.query('select id from session where invitation_id = $1 and ended_at is null', [
    invitation.id,
  ]);
  expect(live).toEqual([]);
  const [row] = await t.api.dataSource.query<{ source: string }[]>('select source from submission where id = $1', [id]);
  expect(row?.source).toBe('');
});
