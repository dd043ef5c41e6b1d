import { BEFORE_START, invitationStatus } from '@holdout/assessment';
import {
  type CandidateHolder,
  type Clock,
  Database,
  type InvitedRow,
  newId,
  type OutboxId,
  OutboxRepository,
  TakingRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';

/** A candidate who will not take the assessment says so; until then reminders go out. */
@Injectable()
export class Declining {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `isDeclined` is false for an invitation that was started, withdrawn, or has expired. */
  decline(holder: CandidateHolder): Promise<{ readonly invited: InvitedRow; readonly isDeclined: boolean }> {
    return this.db.transaction(async (tx) => {
      const taking = tx.repo(TakingRepository);
      await taking.lock(holder.invitationId);
      const invited = await taking.find(holder);
      if (invited === null) throw notFound();
      const now = this.clock.now();
      const status = invitationStatus(invited, now);
      if (status === 'declined') return { invited, isDeclined: true };
      if (!BEFORE_START.includes(status)) return { invited, isDeclined: false };
      await taking.decline(invited.id, now);
      const { organizationId, id: invitationId } = invited;
      const event = { organizationId, event: 'invitation.declined', payload: { invitationId }, createdAt: now };
      await tx.repo(OutboxRepository).insert({ id: newId<OutboxId>(this.clock), ...event });
      return { invited: { ...invited, declinedAt: now }, isDeclined: true };
    });
  }
}
