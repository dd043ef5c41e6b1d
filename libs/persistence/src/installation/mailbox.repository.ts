import { type EntityManager, LessThan } from 'typeorm';
import type { MailId } from '../ids';
import { type MailAttachment, MailboxMessageEntity } from './mail.entity';

/** A message as it was delivered to the mailbox of local mode. */
export type MailboxMessage = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
};

export type MailboxEntry = MailboxMessage & {
  readonly id: MailId;
  readonly recipient: string;
  readonly createdAt: Date;
};

/** The mailbox of local mode. */
export class MailboxRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A repeated delivery replaces the message. */
  async keep(mailId: MailId, message: MailboxMessage): Promise<void> {
    await this.manager.upsert(MailboxMessageEntity, { mailId, ...message }, ['mailId']);
  }

  /** Newest first; ids sort by time. */
  async list(limit: number, after: MailId | null): Promise<readonly MailboxEntry[]> {
    const found = await this.manager.find(MailboxMessageEntity, {
      where: after === null ? {} : { mailId: LessThan(after) },
      relations: { mail: true },
      order: { mailId: 'DESC' },
      take: limit,
    });
    return found.map(entryOf);
  }

  async find(mailId: MailId): Promise<MailboxEntry | null> {
    const found = await this.manager.findOne(MailboxMessageEntity, { where: { mailId }, relations: { mail: true } });
    return found && entryOf(found);
  }
}

function entryOf({ mailId, mail, subject, html, text, attachments }: MailboxMessageEntity): MailboxEntry {
  if (mail === undefined) throw new Error('A message of the mailbox has a mail.');
  return { id: mailId, recipient: mail.recipient, createdAt: mail.createdAt, subject, html, text, attachments };
}
