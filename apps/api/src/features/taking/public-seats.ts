import { publicLinkState } from '@holdout/assessment';
import {
  AssessmentVersionRepository,
  CandidateInvitationRepository,
  type CandidateInvitationRow,
  type CandidateId,
  CandidateRepository,
  type CandidateRow,
  type Clock,
  Database,
  type InvitationId,
  type InvitedRow,
  newId,
  PublicLinkRepository,
  type PublicLinkRow,
  SeatCodeRepository,
  type SeatCodeRow,
  type SessionId,
  TakingRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { leaveTraces } from '../../access/acts';
import { CandidateSessions, type OpenedSession } from '../../access/candidate-sessions';
import type { Ctx } from '../../access/context';
import { notFound } from '../../platform/app-error';
import { hashOfToken } from '../../platform/access/link-token';
import { CLOCK } from '../../platform/app-options';
import { CandidateLinks } from '../candidate-invitation/candidate-links';
import { type LinkState, seatOf, startsUntil } from './seat-rules';
import { SeatCodes, type SeatPerson } from './seat-codes';

type NoSeat = { readonly kind: 'noSeat'; readonly link: PublicLinkRow; readonly state: LinkState };

export type TakeOutcome =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'wrongCode' }
  | NoSeat
  /** The organization has withdrawn this person's own invitation. */
  | { readonly kind: 'withdrawn'; readonly link: PublicLinkRow }
  | { readonly kind: 'taken'; readonly invited: InvitedRow; readonly session: OpenedSession };

export type SeatRequestOutcome =
  { readonly kind: 'unknown' } | NoSeat | { readonly kind: 'sent'; readonly requestId: string };

/** Seats of public links: one for each person who verifies an address by a code. */
@Injectable()
export class PublicSeats {
  constructor(
    private readonly db: Database,
    private readonly codes: SeatCodes,
    private readonly links: CandidateLinks,
    private readonly sessions: CandidateSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  find(token: string): Promise<PublicLinkRow | null> {
    return this.db.repo(PublicLinkRepository).findByToken(hashOfToken(token));
  }

  /** Whether a new person gets a seat now, or why not. */
  async stateOf(link: PublicLinkRow): Promise<LinkState> {
    if (!this.links.sendsMail) return 'noMail';
    const state = publicLinkState(link, this.clock.now());
    return state === 'open' && (await this.readyVersion(this.db, link)) === null ? 'notReady' : state;
  }

  /** Answers the same for every address: whether someone is known is seen in the mailbox alone. */
  async request(token: string, person: SeatPerson, address: string): Promise<SeatRequestOutcome> {
    const link = await this.find(token);
    if (link === null) return { kind: 'unknown' };
    if (!this.links.sendsMail) return { kind: 'noSeat', link, state: 'noMail' };
    return { kind: 'sent', requestId: await this.codes.send(link, person, address) };
  }

  async take(
    { token, requestId, code: typed }: { readonly token: string; readonly requestId: string; readonly code: string },
    { candidate, address }: Pick<Ctx, 'candidate' | 'address'>,
  ): Promise<TakeOutcome> {
    const found = await this.find(token);
    if (found === null) return { kind: 'unknown' };
    const code = await this.codes.check(found, { requestId, typed, address });
    if (code === null) return { kind: 'wrongCode' };
    return this.db.transaction(async (tx) => {
      const link = await tx.repo(PublicLinkRepository).lock(found.id);
      await tx.repo(CandidateRepository).lockAdding(link.organizationId);
      const seat = await this.seatFor(tx, link, code);
      if (seat.kind !== 'seat') return seat;
      if (!(await tx.repo(SeatCodeRepository).use(code.id, this.clock.now()))) return { kind: 'wrongCode' };
      return this.enter(tx, seat, link, candidate?.sessionId ?? null);
    });
  }

  /** The invitation that the person has, or a new one while there is a seat. The link is locked: the last seat goes once. */
  private async seatFor(tx: Database, link: PublicLinkRow, code: SeatCodeRow) {
    const { organizationId, assessmentId } = link;
    const [known] = await tx.repo(CandidateRepository).listByEmail(organizationId, [code.email]);
    const invitations = tx.repo(CandidateInvitationRepository);
    const before = known === undefined ? [] : await invitations.listOfCandidate(assessmentId, known.id);
    const own = seatOf(before, this.clock.now());
    if (own?.kind === 'withdrawn') return { kind: 'withdrawn', link } as const;
    if (own !== null) return seatIn(own.invitation);
    const state = publicLinkState(link, this.clock.now());
    const version = state === 'open' ? await this.readyVersion(tx, link) : null;
    if (version === null) return { kind: 'noSeat', link, state: state === 'open' ? 'notReady' : state } as const;
    return this.newSeat(tx, { link, versionId: version.id, code });
  }

  private async newSeat(tx: Database, { link, versionId: assessmentVersionId, code }: NewSeat) {
    const { organizationId, assessmentId, createdBy, opensAt } = link;
    const now = this.clock.now();
    const person = { id: newId<CandidateId>(this.clock), email: code.email, name: code.name };
    const [candidate] = await tx.repo(CandidateRepository).ensure(organizationId, [person], now);
    if (candidate === undefined) throw notFound();
    await nameIfUnnamed(tx, candidate, code);
    const id = newId<InvitationId>(this.clock);
    const tokenHash = hashOfToken(this.links.tokenOf({ id, generation: 1 }));
    const what = {
      organizationId,
      assessmentId,
      assessmentVersionId,
      source: 'public',
      publicLinkId: link.id,
    } as const;
    const who = { candidateId: candidate.id, email: code.email, createdBy };
    const times = { createdAt: now, opensAt, expiresAt: startsUntil(link, now) };
    await tx.repo(CandidateInvitationRepository).insertAll([{ id, tokenHash, ...what, ...who, ...times }]);
    const detail = { invitationId: id, assessmentId };
    const trace = { act: 'public_link.seat_taken', objectId: link.id, detail } as const;
    await leaveTraces(tx, this.clock, { organizationId, accountId: null }, [trace]);
    return seatIn({ id, candidateId: candidate.id });
  }

  private async enter(
    tx: Database,
    { invitationId, candidateId }: Seat,
    { organizationId }: PublicLinkRow,
    before: SessionId | null,
  ) {
    const holder = { kind: 'candidate', organizationId, candidateId, invitationId } as const;
    await tx.repo(TakingRepository).open(invitationId, this.clock.now());
    const session = await this.sessions.open(tx, holder, before);
    const invited = await tx.repo(TakingRepository).find(holder);
    if (invited === null) throw notFound();
    return { kind: 'taken', invited, session } as const;
  }

  private async readyVersion(db: Database, { assessmentId }: PublicLinkRow) {
    const version = await db.repo(AssessmentVersionRepository).findLatest(assessmentId);
    return version?.isReady ? version : null;
  }
}

type NewSeat = {
  readonly link: PublicLinkRow;
  readonly versionId: CandidateInvitationRow['assessmentVersionId'];
  readonly code: SeatCodeRow;
};
type Seat = { readonly kind: 'seat'; readonly invitationId: InvitationId; readonly candidateId: CandidateId };

const seatIn = ({ id: invitationId, candidateId }: Pick<CandidateInvitationRow, 'id' | 'candidateId'>): Seat => ({
  kind: 'seat',
  invitationId,
  candidateId,
});

/** A person who was invited without a name is called by the address until now. */
async function nameIfUnnamed(tx: Database, { id, organizationId, name, email }: CandidateRow, code: SeatCodeRow) {
  if (name === email) await tx.repo(CandidateRepository).rename(organizationId, id, code.name);
}
