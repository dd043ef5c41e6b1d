import { BEFORE_START, invitationStatus, type InvitationStatus } from '@holdout/assessment';
import {
  type Allowance,
  type AssessmentId,
  CandidateInvitationRepository,
  type CandidateInvitationRow,
  CandidateRepository,
  Database,
  type InvitationId,
  parseId,
  TimeRequestRepository,
  type TimeRequestRow,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { type Actor, Acts, done, leaveTraces, nothingDone } from '../../access/acts';
import type { LoaderFactory } from '../../access/context';
import { notFound } from '../../platform/app-error';
import { Mails } from '../mail/mails';

/** While an allowance still counts for the attempt. */

export const mayAskForTime = (status: InvitationStatus): boolean => BEFORE_START.includes(status);

export const requestOfInvitation: LoaderFactory<string, TimeRequestRow | null> = (db) =>
  new DataLoader(async (ids) => {
    const rows = await db.repo(TimeRequestRepository).list(ids);
    const byInvitation = new Map<string, TimeRequestRow>(rows.map((row) => [row.invitationId, row]));
    return ids.map((id) => byInvitation.get(id) ?? null);
  });

type Asking = {
  readonly invitationId: InvitationId;
  readonly organizationId: Actor['organizationId'];
  readonly reason: string;
};

export type AnswerOutcome =
  | { readonly kind: 'answered'; readonly invitation: CandidateInvitationRow }
  | { readonly kind: 'closed'; readonly status: InvitationStatus };

/** Candidates' requests for more time, and the answers of members who may invite. */
@Injectable()
export class TimeRequests {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly mails: Mails,
  ) {}

  find(invitationId: InvitationId): Promise<TimeRequestRow | null> {
    return this.db.repo(TimeRequestRepository).find(invitationId);
  }

  /** Stores the request in the caller's transaction, and tells who may answer it. False if it was answered before. */
  async ask(tx: Database, clock: { now(): Date }, { invitationId, organizationId, reason }: Asking): Promise<boolean> {
    const requests = tx.repo(TimeRequestRepository);
    const outcome = await requests.ask({ invitationId, organizationId, reason, askedAt: clock.now() });
    if (outcome !== 'new') return outcome === 'changed';
    const recipients = await requests.listRecipients(invitationId);
    const about = { kind: 'timeRequest', subjectId: invitationId, organizationId } as const;
    if (this.mails.isOn)
      await this.mails.queueAll(
        tx,
        recipients.map((to) => ({ ...about, to })),
      );
    const trace = { act: 'candidate_invitation.time_asked', objectId: invitationId } as const;
    await leaveTraces(tx, clock, { organizationId, accountId: null }, [trace]);
    return true;
  }

  /** Null refuses the request. Once it is answered, nothing changes. */
  answer(by: Actor, assessmentId: AssessmentId, id: string, allowance: Allowance | null): Promise<AnswerOutcome> {
    return this.acts.run<AnswerOutcome>(by, async (tx, now) => {
      const { invitation, request } = await this.locked(tx, by, assessmentId, id);
      if (request.answeredAt !== null) return nothingDone({ kind: 'answered', invitation });
      const status = invitationStatus(invitation, now);
      if (!mayAskForTime(status)) return nothingDone({ kind: 'closed', status });
      await tx.repo(TimeRequestRepository).answer(invitation.id, allowance !== null, by.accountId, now);
      if (allowance !== null)
        await tx.repo(CandidateRepository).setAllowance(by.organizationId, invitation.candidateId, allowance);
      if (this.mails.isOn) await this.tell(tx, invitation);
      const act = allowance === null ? 'candidate_invitation.time_refused' : 'candidate_invitation.time_granted';
      const changed = await tx.repo(CandidateInvitationRepository).find(invitation.id);
      return done({ kind: 'answered', invitation: changed ?? invitation }, { act, objectId: invitation.id });
    });
  }

  /** The lock keeps a start, and a second answer, from coming between the check and the answer. */
  private async locked(tx: Database, by: Actor, assessmentId: AssessmentId, id: string) {
    const invitations = tx.repo(CandidateInvitationRepository);
    const known = parseId<InvitationId>(id);
    if (known === null) throw notFound();
    await invitations.lock(known);
    const [invitation] = await invitations.listByIds(by.organizationId, [known]);
    const request = await tx.repo(TimeRequestRepository).find(known);
    if (invitation?.assessmentId !== assessmentId || request === null) throw notFound();
    return { invitation, request };
  }

  private async tell(tx: Database, { id, email, organizationId }: CandidateInvitationRow): Promise<void> {
    await this.mails.queueAll(tx, [{ kind: 'timeAnswer', subjectId: id, to: email, organizationId }]);
  }
}
