import { type Clock, Database, type DeliveryFailure, MailRepository, type MailRow } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, LOG } from '../../platform/app-options';
import type { Tries } from '../../platform/jobs/queued-task';
import { MailRefused, NotAcceptedYet } from './mail-post';

/** Records why a mail was not sent, and whether it is tried again. */
@Injectable()
export class MailFailures {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Throws the error again if there is another try. */
  async record(mail: MailRow, error: unknown, { tries, maxTries }: Tries): Promise<void> {
    const isFinal = error instanceof MailRefused || tries >= maxTries;
    const delivery = deliveryOf(error);
    await this.db.repo(MailRepository).markFailed(mail.id, delivery, isFinal ? this.clock.now() : null);
    const about = { mailId: mail.id, kind: mail.kind, tries, ...delivery };
    if (delivery.failure === 'internal') this.log.error({ ...about, err: error }, 'a mail could not be composed');
    if (!isFinal) throw error;
    this.log.warn(about, 'a mail was not sent');
  }
}

function deliveryOf(error: unknown): DeliveryFailure {
  if (error instanceof MailRefused || error instanceof NotAcceptedYet) return error.delivery;
  return { failure: 'internal', reply: null };
}
