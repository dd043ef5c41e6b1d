import type { MailRow } from '@holdout/persistence';
import { runOnce } from 'graphile-worker';
import type { Logger } from 'pino';
import type { MailKind } from './features/mail/mail-kinds';
import type { RenderedMail } from './features/mail/mail-content';
import { MAIL_POST, type MailPost } from './features/mail/mail-post';
import { LOG } from './platform/app-options';
import { BackgroundJobs } from './platform/jobs/background-jobs';
import { workerLog } from './platform/jobs/worker-log';
import type { TestApi } from './test-api';

/** For `environment` of `startTestApi`: an installation that sends mail, as `installation.sendsMail` says. */
export const SENDS_MAIL = { SMTP_URL: 'smtps://mail.invalid', MAIL_FROM: 'Holdout <holdout@example.org>' } as const;

export type TestMail = RenderedMail & {
  readonly to: string;
  readonly kind: MailKind;
  /** The addresses of its links, each once. */
  readonly links: readonly string[];
};

/**
 * Takes the place of the mail server. `const mail = catchMail(api)` before the requests; `await mail.sent()` runs the due
 * jobs and gives the messages since the last call, oldest first.
 */
export function catchMail(api: TestApi): { sent(): Promise<readonly TestMail[]> } {
  const caught: (TestMail & { readonly id: string })[] = [];
  const post = api.app.get<MailPost>(MAIL_POST);
  post.deliver = async (mail: MailRow, message: RenderedMail) =>
    void caught.push({ ...message, ...factsOf(mail, message) });
  return {
    sent: async () => {
      await runDueJobs(api);
      return caught.splice(0).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

function factsOf({ id, recipient: to, kind }: MailRow, { text }: RenderedMail) {
  return { id, to, kind: kind as MailKind, links: [...new Set(text.match(/https?:\/\/\S+\/\S+/g))] };
}

/** Runs every job that is due, as the background jobs of a running API do. A job that throws waits for its next try. */
export async function runDueJobs(api: TestApi): Promise<void> {
  const jobs = api.app.get(BackgroundJobs);
  const url = api.dataSource.options as { readonly url?: string };
  await runOnce({
    connectionString: url.url ?? '',
    schema: 'jobs',
    noHandleSignals: true,
    taskList: { ...jobs['scheduledTasks'](), ...jobs['handlers'] },
    logger: workerLog(api.app.get<Logger>(LOG)),
  });
}
