import {
  type CandidateHolder,
  type Clock,
  type Database,
  type InvitedRow,
  type SessionId,
  SessionRepository,
  TakingRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CandidateSessions, type OpenedSession } from '../../access/candidate-sessions';
import { CLOCK } from '../../platform/app-options';

type How = {
  /** The session that this browser had. */
  readonly before: SessionId | null;
  /** Ends the sessions of the other browsers. */
  readonly isAlone: boolean;
};

/** Opens a browser's session for an invitation. */
@Injectable()
export class Entering {
  constructor(
    private readonly sessions: CandidateSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if another browser opened the invitation since it was read. */
  async enter(
    tx: Database,
    invited: InvitedRow,
    { before, isAlone }: How,
  ): Promise<{ readonly invited: InvitedRow; readonly session: OpenedSession } | null> {
    const now = this.clock.now();
    const isFirst = await tx.repo(TakingRepository).open(invited.id, now);
    if (!isFirst && invited.openedAt === null) return null;
    if (isAlone) await tx.repo(SessionRepository).endAllOfInvitations([invited.id], now);
    const session = await this.sessions.open(tx, holderOfInvited(invited), before);
    return { invited: { ...invited, openedAt: invited.openedAt ?? now }, session };
  }
}

function holderOfInvited({ id, organizationId, candidateId }: InvitedRow): CandidateHolder {
  return { kind: 'candidate', organizationId, candidateId, invitationId: id };
}
