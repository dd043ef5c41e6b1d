import { Database } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Global, Module } from '@nestjs/common';
import { SETTINGS } from '../../platform/app-options';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { MailFailures } from './mail-failures';
import { MAIL_POST } from './mail-post';
import { mailPostOf } from './mail-route';
import { MailSending } from './mail-sending';
import { InstallationMailResolver, MailboxMessageResolver, MailboxResolver } from './mailbox.resolver';
import { Mails, SEND_MAIL } from './mails';

const POST = {
  provide: MAIL_POST,
  inject: [SETTINGS, Database],
  useFactory: (settings: Settings, db: Database) => mailPostOf(settings, db),
};

const RESOLVERS = [MailboxResolver, MailboxMessageResolver, InstallationMailResolver];

/** Mail. Global: a feature queues and composes its own kinds with `Mails`. */
@Global()
@Module({ providers: [Mails, MailSending, MailFailures, POST, ...RESOLVERS], exports: [Mails] })
export class MailModule {
  constructor(jobs: BackgroundJobs, sending: MailSending, failures: MailFailures) {
    jobs.handle(SEND_MAIL, async ({ mailId }, tries) => {
      const mail = await sending.begin(mailId);
      if (mail !== null) await sending.deliver(mail).catch((error: unknown) => failures.record(mail, error, tries));
    });
    jobs.add({ name: 'deleteOldMail', cron: '17 3 * * *', run: () => sending.deleteOld() });
  }
}
