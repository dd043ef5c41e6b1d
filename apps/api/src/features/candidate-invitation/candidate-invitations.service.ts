import { BEFORE_START, invitationStatus } from '@holdout/assessment';
import {
  type AssessmentId,
  CandidateInvitationRepository,
  type CandidateInvitationRow,
  type CandidateId,
  CandidateRepository,
  type CandidateRow,
  type Clock,
  Database,
  type InvitationFilter,
  type InvitationId,
  type InvitationPage,
  parseId,
  SessionRepository,
  type TakenByBoth,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone, type Trace } from '../../access/acts';
import { notFound } from '../../platform/app-error';
import { hashOfToken } from '../../platform/access/link-token';
import { RateLimits } from '../../platform/access/rate-limits';
import { CLOCK } from '../../platform/app-options';
import { CandidateLinks } from './candidate-links';

const RESENT = { limit: 10, windowSeconds: 86_400 } as const;
const OPEN: readonly string[] = [...BEFORE_START, 'expired'];

export type Merged =
  | { readonly kind: 'merged'; readonly candidate: CandidateRow }
  /** Both records have an open attempt of one assessment. */
  | { readonly kind: 'bothTake'; readonly taken: TakenByBoth };

export type ResendOutcome =
  | { readonly kind: 'resent'; readonly invitation: CandidateInvitationRow }
  | { readonly kind: 'closed'; readonly status: ReturnType<typeof invitationStatus> };

type Change = (tx: Database, ids: readonly InvitationId[], now: Date) => Promise<readonly InvitationId[]>;

/** What an organization does with invitations that exist. */
@Injectable()
export class CandidateInvitations {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly links: CandidateLinks,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(assessmentId: AssessmentId, filter: InvitationFilter, page: InvitationPage) {
    const wanted = { ...page, first: page.first + 1 };
    const rows = await this.db.heavyRead((tx) =>
      tx.repo(CandidateInvitationRepository).list(assessmentId, filter, this.clock.now(), wanted),
    );
    return { rows: rows.slice(0, page.first), hasNextPage: rows.length > page.first };
  }

  count(assessmentId: AssessmentId): Promise<ReadonlyMap<string, number>> {
    return this.db.heavyRead((tx) =>
      tx.repo(CandidateInvitationRepository).countByStatus(assessmentId, this.clock.now()),
    );
  }

  async listByIds({ organizationId }: Actor, ids: readonly InvitationId[]): Promise<CandidateInvitationRow[]> {
    const rows = await this.db.repo(CandidateInvitationRepository).listByIds(organizationId, ids);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async resend(by: Actor, assessmentId: AssessmentId, id: string): Promise<ResendOutcome> {
    await this.limits.take(`resend:${id}`, RESENT);
    return this.acts.run<ResendOutcome>(by, async (tx, now) => {
      const invitations = tx.repo(CandidateInvitationRepository);
      if (parseId(id) !== null) await invitations.lock(id);
      const [before] = await this.ofAssessment(tx, by, assessmentId, [id]);
      if (before === undefined) throw notFound();
      const status = invitationStatus(before, now);
      if (!OPEN.includes(status) || status === 'expired') return nothingDone({ kind: 'closed', status });
      const generation = before.generation + 1;
      const tokenHash = hashOfToken(this.links.tokenOf({ id: before.id, generation }));
      await invitations.setToken(before.id, generation, tokenHash);
      await tx.repo(SessionRepository).endAllOfInvitations([before.id], now);
      if (before.source === 'mail' && this.links.sendsMail)
        await this.links.sendAll(tx, 'candidateInvitation', [before]);
      const invitation = await invitations.find(before.id);
      if (invitation === null) throw notFound();
      return done({ kind: 'resent', invitation }, { act: 'candidate_invitation.resent', objectId: before.id });
    });
  }

  remind(by: Actor, assessmentId: AssessmentId, ids: readonly string[]): Promise<readonly InvitationId[]> {
    if (!this.links.sendsMail) return Promise.resolve([]);
    return this.change(by, { assessmentId, ids, act: 'candidate_invitation.reminded' }, async (tx, found, now) => {
      const reminded = await tx.repo(CandidateInvitationRepository).remind(found, now);
      const rows = await tx.repo(CandidateInvitationRepository).listByIds(by.organizationId, reminded);
      await this.links.sendAll(tx, 'candidateReminder', rows);
      return reminded;
    });
  }

  extend(by: Actor, { assessmentId, ids, expiresAt }: Extension): Promise<readonly InvitationId[]> {
    const what = {
      assessmentId,
      ids,
      act: 'candidate_invitation.extended',
      detail: { until: expiresAt.toISOString() },
    } as const;
    return this.change(by, what, (tx, found) => tx.repo(CandidateInvitationRepository).extend(found, expiresAt));
  }

  withdraw(by: Actor, assessmentId: AssessmentId, ids: readonly string[]): Promise<readonly InvitationId[]> {
    return this.change(by, { assessmentId, ids, act: 'candidate_invitation.withdrawn' }, async (tx, found, now) => {
      const withdrawn = await tx.repo(CandidateInvitationRepository).withdraw(found, now);
      await tx.repo(SessionRepository).endAllOfInvitations(withdrawn, now);
      return withdrawn;
    });
  }

  merge(by: Actor, from: CandidateId, into: CandidateId): Promise<Merged> {
    return this.acts.run<Merged>(by, async (tx) => {
      const candidates = tx.repo(CandidateRepository);
      const outcome = await candidates.merge(by.organizationId, from, into);
      if (outcome.kind === 'bothTake') return nothingDone(outcome);
      if (outcome.kind === 'missing' && !(await candidates.isMerged(by.organizationId, from, into))) throw notFound();
      const merged = { kind: 'merged', candidate: await this.getCandidate(tx, by, into) } as const;
      const trace = { act: 'candidate.merged', objectId: from, detail: { into } } as const;
      return outcome.kind === 'merged' ? done(merged, trace) : nothingDone(merged);
    });
  }

  private async getCandidate(tx: Database, { organizationId }: Actor, id: CandidateId): Promise<CandidateRow> {
    const candidate = await tx.repo(CandidateRepository).find(organizationId, id);
    if (candidate === null) throw notFound();
    return candidate;
  }

  private change(by: Actor, { assessmentId, ids, act, detail }: Named, change: Change) {
    return this.acts.run(by, async (tx, now) => {
      const found = await this.ofAssessment(tx, by, assessmentId, ids);
      const changed = await change(
        tx,
        found.map(({ id }) => id),
        now,
      );
      const traces = changed.map((objectId): Trace => ({ act, objectId, ...(detail ? { detail } : {}) }));
      const [first, ...others] = traces;
      return first ? done(changed, first, ...others) : nothingDone(changed);
    });
  }

  private async ofAssessment(tx: Database, by: Actor, assessmentId: AssessmentId, ids: readonly string[]) {
    const known = ids.flatMap((id) => parseId(id) ?? []);
    const rows = await tx.repo(CandidateInvitationRepository).listByIds(by.organizationId, known);
    return rows.filter((row) => row.assessmentId === assessmentId);
  }
}

type Named = {
  readonly assessmentId: AssessmentId;
  readonly ids: readonly string[];
  readonly act: Trace['act'];
  readonly detail?: Trace['detail'];
};

type Extension = {
  readonly assessmentId: AssessmentId;
  readonly ids: readonly string[];
  readonly expiresAt: Date;
};
