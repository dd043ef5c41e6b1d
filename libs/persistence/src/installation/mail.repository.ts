import { type EntityManager, LessThan } from 'typeorm';
import { z } from 'zod';
import type { AccountId, MailId, OrganizationId } from '../ids';
import { findRow, id, row } from '../rows';
import { MailEntity, type MailFailure } from './mail.entity';

/** A mail that is to be sent. */
export type MailRow = {
  readonly id: MailId;
  readonly organizationId: OrganizationId | null;
  readonly kind: string;
  readonly subjectId: string;
  readonly recipient: string;
  readonly messageId: string;
  readonly createdAt: Date;
};

const WaitingMail = row({
  id: id<MailId>(),
  organizationId: id<OrganizationId>().nullable(),
  kind: z.string(),
  subjectId: id(),
  recipient: z.string(),
  messageId: z.string(),
  createdAt: z.date(),
});

export type DeliveryFailure = { readonly failure: MailFailure; readonly reply: string | null };

const BEGIN = `
update mail set tries = tries + 1 where id = $1 and sent_at is null and failed_at is null
returning id, organization_id as "organizationId", kind, subject_id as "subjectId", recipient,
  message_id as "messageId", created_at as "createdAt"`;

const DELIVERED_TO_ACCOUNT = `
delete from mail where recipient = (select email from account_profile where account_id = $1)
  and (organization_id is null or sent_at is not null)`;

/** Mail that is to be sent, and what became of it. */
export class MailRepository {
  constructor(private readonly manager: EntityManager) {}

  async insertAll(mails: readonly MailRow[]): Promise<void> {
    await this.manager.insert(
      MailEntity,
      mails.map((mail) => ({ ...mail })),
    );
  }

  /** Counts a try and gives the mail; null if there is nothing left to send. */
  begin(mailId: MailId): Promise<MailRow | null> {
    return findRow(this.manager, WaitingMail, BEGIN, [mailId]);
  }

  async markSent(mailId: MailId, now: Date): Promise<void> {
    await this.manager.update(MailEntity, { id: mailId }, { sentAt: now, failure: null, failureReply: null });
  }

  /** Records why it was not delivered; with a time for good, with null until the next try. */
  async markFailed(mailId: MailId, { failure, reply }: DeliveryFailure, failedAt: Date | null): Promise<void> {
    await this.manager.update(MailEntity, { id: mailId }, { failedAt, failure, failureReply: reply });
  }

  /** Deletes a mail that is no longer wanted. */
  async delete(mailId: MailId): Promise<void> {
    await this.manager.delete(MailEntity, { id: mailId });
  }

  async deleteBefore(time: Date): Promise<void> {
    await this.manager.delete(MailEntity, { createdAt: LessThan(time) });
  }

  /** Deletes the mails to a person's account, before its address is erased. Unsent ones of an organization are its own. */
  async deleteOfAccount(accountId: AccountId): Promise<void> {
    await this.manager.query(DELIVERED_TO_ACCOUNT, [accountId]);
  }

  /** Deletes the mails of an organization to an address, sent and unsent, when it erases a candidate. */
  async deleteOfOrganization(organizationId: OrganizationId, recipient: string): Promise<void> {
    await this.manager.delete(MailEntity, { organizationId, recipient });
  }
}
