import {
  type Clock,
  type Database,
  type MailId,
  MailRepository,
  type MailRow,
  newId,
  type OrganizationId,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { QueuedTask } from '../../platform/jobs/queued-task';
import type { MailContent } from './mail-content';
import { MAIL_KINDS, type MailKind } from './mail-kinds';

/** One message to send. It holds ids only; the text is composed when it is sent, from what is true then. */
export type MailToQueue = {
  readonly kind: MailKind;
  /** The id of the row that it is about. */
  readonly subjectId: string;
  readonly to: string;
  readonly organizationId: OrganizationId | null;
  /** When it leaves; at once if it is missing. */
  readonly runAt?: Date;
};

export type QueuedMail = MailRow & { readonly kind: MailKind };

/** Null if the mail is no longer wanted: what it is about was withdrawn, used or erased. */
export type Compose = (mail: QueuedMail) => Promise<MailContent | null>;

/** 13 tries are spread over 22 hours. */
export const SEND_MAIL = new QueuedTask<{ readonly mailId: MailId }>('sendMail', 13);

/** Queues mail, and holds who composes each kind. */
@Injectable()
export class Mails {
  private readonly composers = new Map<string, Compose>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'publicUrl' | 'mail' | 'localMode'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether mail leaves, or in local mode goes to the mailbox. Otherwise links are shown to be copied. */
  get isOn(): boolean {
    return this.settings.mail !== null || this.settings.localMode;
  }

  /** Registers who composes a kind of mail. Call it in the constructor of a feature's module. */
  register(kind: MailKind, compose: Compose): void {
    this.composers.set(kind, compose);
  }

  /** Writes the mail and its job in the caller's transaction. */
  async queue(tx: Database, mail: MailToQueue): Promise<MailId> {
    const id = newId<MailId>(this.clock);
    await this.write(tx, [{ ...mail, id }]);
    return id;
  }

  /** Writes many mails and their jobs, in two statements. */
  async queueAll(tx: Database, mails: readonly MailToQueue[]): Promise<void> {
    if (mails.length === 0) return;
    await this.write(
      tx,
      mails.map((mail) => ({ ...mail, id: newId<MailId>(this.clock) })),
    );
  }

  private async write(tx: Database, mails: readonly (MailToQueue & { readonly id: MailId })[]): Promise<void> {
    const createdAt = this.clock.now();
    const { hostname } = new URL(this.settings.publicUrl);
    const rows = mails.map(({ id, kind, subjectId, organizationId, to: recipient }) => {
      return { id, kind, subjectId, organizationId, recipient, messageId: `<${id}@${hostname}>`, createdAt };
    });
    await tx.repo(MailRepository).insertAll(rows);
    await SEND_MAIL.addAll(
      tx,
      mails.map(({ id, kind, runAt }) => ({
        payload: { mailId: id },
        isUrgent: MAIL_KINDS[kind] === 'urgent',
        ...(runAt ? { runAt } : {}),
      })),
    );
  }

  compose(mail: MailRow): Promise<MailContent | null> {
    const compose = this.composers.get(mail.kind);
    // An older process does not know a kind that a newer one has queued; the newer one will send it.
    if (compose === undefined) throw new Error(`no one composes mail of the kind ${mail.kind}`);
    return compose({ ...mail, kind: mail.kind as MailKind });
  }
}
