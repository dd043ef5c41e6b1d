import { randomUUID } from 'node:crypto';
import { makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi } from '../../test-api';
import { catchMail, runDueJobs, SENDS_MAIL } from '../../test-mail';
import type { MailContent } from './mail-content';
import { Mails } from './mails';

const PUBLIC_URL = 'https://holdout.example.org';
const CONTENT: MailContent = {
  subject: 'Your invitation',
  blocks: [{ kind: 'button', label: 'Open the invitation', url: `${PUBLIC_URL}/i/token` }],
};

test('an installation without a mail server records that it sends nothing', async () => {
  const silent = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { PUBLIC_URL } });
  silent.app.get(Mails).register('memberInvitation', async () => CONTENT);
  const mail = {
    kind: 'memberInvitation',
    subjectId: randomUUID(),
    to: 'a@example.org',
    organizationId: null,
  } as const;
  await silent.db.transaction((tx) => silent.app.get(Mails).queue(tx, mail));
  await runDueJobs(silent);
  const rows = await silent.dataSource.query<object[]>('select failure, tries from mail where failed_at is not null');
  await silent.stop();
  expect(rows).toEqual([{ failure: 'noServer', tries: 1 }]);
});

test('features read in their tests what was sent', async () => {
  const other = await startTestApi(await makeScratchDatabase(API_TEMPLATE), {
    environment: { PUBLIC_URL, ...SENDS_MAIL },
  });
  other.app.get(Mails).register('memberInvitation', async () => CONTENT);
  const mail = catchMail(other);
  expect(await mail.sent()).toEqual([]);
  await other.db.transaction((tx) =>
    other.app
      .get(Mails)
      .queue(tx, { kind: 'memberInvitation', subjectId: randomUUID(), to: 'a@example.org', organizationId: null }),
  );
  expect(await mail.sent()).toMatchObject([
    { kind: 'memberInvitation', to: 'a@example.org', subject: 'Your invitation', links: [`${PUBLIC_URL}/i/token`] },
  ]);
  expect(await mail.sent()).toEqual([]);
  await other.stop();
});
