import { type Database, MailboxRepository, type MailRow } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import type { RenderedMail } from './mail-content';
import { type MailPost, MailRefused } from './mail-post';
import { SmtpPost } from './smtp-post';

/** Where mail goes: to an SMTP server, to the mailbox of local mode, or nowhere. */
export type MailRoute = 'smtp' | 'mailbox' | 'none';

export function mailRouteOf({ mail, localMode }: Pick<Settings, 'mail' | 'localMode'>): MailRoute {
  if (mail !== null) return 'smtp';
  return localMode ? 'mailbox' : 'none';
}

/** Keeps messages in the mailbox of local mode. */
class MailboxPost implements MailPost {
  constructor(private readonly db: Database) {}

  deliver({ id }: MailRow, message: RenderedMail): Promise<void> {
    return this.db.repo(MailboxRepository).keep(id, message);
  }
}

const NOWHERE: MailPost = { deliver: () => Promise.reject(new MailRefused('noServer')) };

export function mailPostOf(settings: Settings, db: Database): MailPost {
  if (settings.mail !== null) return new SmtpPost(settings.mail, new URL(settings.publicUrl).hostname);
  return mailRouteOf(settings) === 'mailbox' ? new MailboxPost(db) : NOWHERE;
}
