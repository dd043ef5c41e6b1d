import { randomUUID } from 'node:crypto';
import { type AccountId, type OrganizationId, MailRepository } from '@holdout/persistence';
import { makeScratchDatabase } from '@holdout/testing';
import { accountSubject } from '../../access/context';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { Erasure } from '../identity/erasure';
import { Mails } from './mails';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
});
afterAll(() => api.stop());

test('erasing a person deletes the mails to their account, and leaves those an organization has yet to send', async () => {
  const administration = new Administration(api.db, { now: () => new Date() });
  const person = { email: 'ada@example.org', displayName: 'Ada', password: 'a long password of Ada' };
  await administration.createOrganization({ slug: 'acme', name: 'Acme' }, { ...person, email: 'boss@example.org' });
  await administration.createAccount(person);
  const [{ id: organizationId }] = await api.dataSource.query<[{ id: OrganizationId }]>('select id from organization');
  const [{ id }] = await api.dataSource.query<[{ id: AccountId }]>(
    "select account_id as id from account_profile where email = 'ada@example.org'",
  );
  const queue = (to: string, of: OrganizationId | null) =>
    api.db.transaction((tx) =>
      api.app.get(Mails).queue(tx, { kind: 'memberInvitation', subjectId: randomUUID(), to, organizationId: of }),
    );
  await queue('ada@example.org', null);
  const sent = await queue('ada@example.org', organizationId);
  await api.db.repo(MailRepository).markSent(sent, new Date());
  const waiting = await queue('ada@example.org', organizationId);
  const foreign = await queue('grace@example.org', null);
  await api.app.get(Erasure).erase(accountSubject(id));
  const left = await api.dataSource.query<{ id: string }[]>('select id from mail order by id');
  expect(left.map((row) => row.id).sort()).toEqual([waiting, foreign].sort());
  await api.db.repo(MailRepository).deleteOfOrganization(organizationId, 'ada@example.org');
  expect(await api.dataSource.query('select id from mail')).toEqual([{ id: foreign }]);
});
