import {
  type AssessmentId,
  AssessmentVersionRepository,
  type AssessmentVersionRow,
  CandidateInvitationRepository,
  type CandidateId,
  CandidateRepository,
  type CandidateRow,
  type Clock,
  Database,
  type InvitationId,
  type InvitationSource,
  newId,
  type OrganizationId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone } from '../../access/acts';
import type { InputIssue, PersonOutcome } from '../../generated/resolvers';
import { hashOfToken } from '../../platform/access/link-token';
import { CLOCK } from '../../platform/app-options';
import { CandidateLinks } from './candidate-links';
import type { Invitee, ReadInvitee } from './invitee';

export type PersonCheck = { readonly outcome: PersonOutcome; readonly issues: readonly InputIssue[] };

export type Offer = {
  readonly assessmentId: AssessmentId;
  readonly opensAt: Date | null;
  readonly expiresAt: Date;
  readonly source: InvitationSource;
  readonly mayRetake: boolean;
  /** Time for Undo: the mails leave after it. */
  readonly undoMs: number;
};

export type InviteOutcome =
  | { readonly kind: 'notPublished'; readonly isOnItsWay: boolean }
  | {
      readonly kind: 'invited';
      readonly ids: readonly InvitationId[];
      readonly people: readonly PersonCheck[];
      readonly sendsAt: Date | null;
    };

/** Checks lists of people and invites them to the latest published version of an assessment. */
@Injectable()
export class Inviting {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly links: CandidateLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async check(organizationId: OrganizationId, assessmentId: AssessmentId, people: readonly ReadInvitee[]) {
    const sorting = { assessmentId, mayRetake: false, now: this.clock.now() };
    const known = await this.db.repo(CandidateRepository).listByEmail(organizationId, emailsOf(people));
    return this.sort(this.db, sorting, people, known);
  }

  async invite(by: Actor, offer: Offer, people: readonly ReadInvitee[]): Promise<InviteOutcome> {
    const version = await this.findReady(offer.assessmentId);
    if (version.kind === 'notPublished') return version;
    return this.acts.run<InviteOutcome>(by, async (tx, now) => {
      const candidates = await this.ensureCandidates(tx, by.organizationId, people, now);
      const checks = await this.sort(tx, { ...offer, now }, people, candidates);
      const byEmail = new Map(candidates.map((one) => [one.email, one]));
      const ready = people.flatMap(({ invitee }, index) => {
        const candidate = byEmail.get(invitee.email);
        return checks[index]?.outcome === 'READY' && candidate ? [{ invitee, candidate }] : [];
      });
      const sendsAt = offer.source === 'mail' && this.links.sendsMail ? new Date(now.getTime() + offer.undoMs) : null;
      const ids = await this.insert(tx, { by, offer, version: version.row, now, sendsAt }, ready);
      const result = { kind: 'invited', ids, people: checks, sendsAt } as const;
      const [first] = ids;
      if (first === undefined) return nothingDone(result);
      const detail = { assessmentId: offer.assessmentId, versionId: version.row.id, count: ids.length };
      return done(result, { act: 'candidates.invited', objectId: offer.assessmentId, detail });
    });
  }

  async findReady(
    assessmentId: AssessmentId,
  ): Promise<
    | { readonly kind: 'ready'; readonly row: AssessmentVersionRow }
    | { readonly kind: 'notPublished'; readonly isOnItsWay: boolean }
  > {
    const row = await this.db.repo(AssessmentVersionRepository).findLatest(assessmentId);
    return row?.isReady ? { kind: 'ready', row } : { kind: 'notPublished', isOnItsWay: row !== null };
  }

  private async ensureCandidates(
    tx: Database,
    organizationId: OrganizationId,
    people: readonly ReadInvitee[],
    now: Date,
  ): Promise<CandidateRow[]> {
    const candidates = tx.repo(CandidateRepository);
    await candidates.lockAdding(organizationId);
    const fine = new Map(
      people.filter(({ issues }) => issues.length === 0).map(({ invitee }) => [invitee.email, invitee]),
    );
    const added = [...fine.values()].map(({ email, name }) => ({ id: newId<CandidateId>(this.clock), email, name }));
    return candidates.ensure(organizationId, added, now);
  }

  /** What becomes of each person, in the order of the list. */
  private async sort(
    db: Database,
    { assessmentId, mayRetake, now }: { assessmentId: AssessmentId; mayRetake: boolean; now: Date },
    people: readonly ReadInvitee[],
    known: readonly CandidateRow[],
  ): Promise<readonly PersonCheck[]> {
    const ids = known.map(({ id }) => id);
    const earlier = await db.repo(CandidateInvitationRepository).listInvited(assessmentId, ids, now);
    const waiting = new Set(earlier.filter(({ endedAt }) => endedAt === null).map(({ candidateId }) => candidateId));
    const taken = new Set(earlier.map(({ candidateId }) => candidateId));
    const byEmail = new Map(known.map(({ email, id }) => [email, id]));
    const seen = new Set<string>();
    return people.map(({ invitee, issues }) => {
      if (issues.length > 0) return { outcome: 'INVALID', issues } as const;
      const candidate = byEmail.get(invitee.email);
      const person = candidate ?? invitee.email;
      const isRepeated = seen.has(person);
      seen.add(person);
      const outcome = isRepeated ? 'REPEATED' : outcomeOf(candidate, { waiting, taken, mayRetake });
      return { outcome, issues: [] };
    });
  }

  private async insert(
    tx: Database,
    { by, offer, version, now, sendsAt }: Batch,
    ready: readonly { readonly invitee: Invitee; readonly candidate: CandidateRow }[],
  ): Promise<readonly InvitationId[]> {
    const { assessmentId, opensAt, expiresAt, source } = offer;
    const rows = ready.map(({ invitee, candidate }) => {
      const id = newId<InvitationId>(this.clock);
      const what = { organizationId: by.organizationId, assessmentId, assessmentVersionId: version.id };
      const who = { candidateId: candidate.id, email: invitee.email, createdBy: by.accountId, publicLinkId: null };
      const tokenHash = hashOfToken(this.links.tokenOf({ id, generation: 1 }));
      return { id, ...what, ...who, tokenHash, source, createdAt: now, opensAt, expiresAt };
    });
    if (rows.length === 0) return [];
    await tx.repo(CandidateInvitationRepository).insertAll(rows);
    const given = ready.flatMap(({ invitee: { allowance }, candidate }) =>
      allowance === null ? [] : [{ ...allowance, candidateId: candidate.id }],
    );
    if (given.length > 0) await tx.repo(CandidateRepository).setAllowances(by.organizationId, given);
    if (sendsAt !== null) await this.links.sendAll(tx, 'candidateInvitation', rows, sendsAt);
    return rows.map(({ id }) => id);
  }
}

type Batch = {
  readonly by: Actor;
  readonly offer: Offer;
  readonly version: AssessmentVersionRow;
  readonly now: Date;
  readonly sendsAt: Date | null;
};

type Earlier = {
  readonly waiting: ReadonlySet<CandidateId>;
  readonly taken: ReadonlySet<CandidateId>;
  readonly mayRetake: boolean;
};

const emailsOf = (people: readonly ReadInvitee[]): string[] => people.map(({ invitee }) => invitee.email);

function outcomeOf(candidate: CandidateId | undefined, { waiting, taken, mayRetake }: Earlier): PersonOutcome {
  if (candidate === undefined) return 'READY';
  if (waiting.has(candidate)) return 'INVITED';
  return taken.has(candidate) && !mayRetake ? 'TAKEN' : 'READY';
}
