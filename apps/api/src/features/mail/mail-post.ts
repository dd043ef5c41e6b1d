import type { DeliveryFailure, MailFailure, MailRow } from '@holdout/persistence';
import type { RenderedMail } from './mail-content';

/** Delivers messages. Resolves once the message is accepted; throws `MailRefused` or `NotAcceptedYet`. */
export interface MailPost {
  deliver(mail: MailRow, message: RenderedMail): Promise<void>;
}

export const MAIL_POST = Symbol('MAIL_POST');

/** The mail will not be delivered, however often it is tried. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly delivery: DeliveryFailure;

  constructor(failure: MailFailure, reply: string | null = null) {
    super(`the mail was refused: ${failure}`);
    this.delivery = { failure, reply };
  }
}

/** The mail was not accepted this time. The message and the delivery hold nothing secret. */
export class NotAcceptedYet extends Error {
  override readonly name = 'NotAcceptedYet';
  readonly delivery: DeliveryFailure;

  constructor(reason: string, reply: string | null = null) {
    super(`the mail was not accepted: ${reason}`);
    this.delivery = { failure: 'notDelivered', reply };
  }
}
