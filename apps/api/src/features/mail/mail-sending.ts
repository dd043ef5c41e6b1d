import { type Clock, Database, type MailId, MailRepository, type MailRow } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { MAIL_POST, type MailPost } from './mail-post';
import { Mails } from './mails';
import { renderMail } from './render-mail';

const DAY_MS = 86_400_000;
/** Mails hold addresses of people, so they are kept no longer than someone asks what became of them. */
const KEPT_MS = 180 * DAY_MS;

/** Composes queued mail and hands it over. */
@Injectable()
export class MailSending {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    @Inject(MAIL_POST) private readonly post: MailPost,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts the try and gives the mail; null if there is nothing left to send. */
  begin(mailId: MailId): Promise<MailRow | null> {
    return this.db.repo(MailRepository).begin(mailId);
  }

  /**
   * A mail is recorded as sent after the server has accepted it. If the process is killed in between, the mail is sent
   * again with the same Message-ID.
   */
  async deliver(mail: MailRow): Promise<void> {
    const content = await this.mails.compose(mail);
    const repository = this.db.repo(MailRepository);
    if (content === null) return repository.delete(mail.id);
    await this.post.deliver(mail, await renderMail(content, this.settings.publicUrl));
    await repository.markSent(mail.id, this.clock.now());
  }

  async deleteOld(): Promise<void> {
    await this.db.repo(MailRepository).deleteBefore(new Date(this.clock.now().getTime() - KEPT_MS));
  }
}
