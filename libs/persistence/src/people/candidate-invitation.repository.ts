import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type {
  AccountId,
  AssessmentId,
  AssessmentVersionId,
  CandidateId,
  InvitationId,
  OrganizationId,
  PublicLinkId,
} from '../ids';
import { countChanged, findRow, id, listRows, row } from '../rows';
import { MAIL_FAILURES } from '../installation/mail.entity';
import { INVITATION_SOURCES, InvitationEntity, type InvitationSource } from './invitation.entity';
import { directionOf, type InvitationFilter, type InvitationPage, NEWEST, pageOf, STATUS } from './invitation-page';

/** An invitation of a candidate with what its table shows. */
export type CandidateInvitationRow = z.infer<typeof CandidateInvitationRow>;
const CandidateInvitationRow = row({
  id: id<InvitationId>(),
  organizationId: id<OrganizationId>(),
  assessmentId: id<AssessmentId>(),
  assessmentVersionId: id<AssessmentVersionId>(),
  versionNumber: z.int(),
  candidateId: id<CandidateId>(),
  email: z.string(),
  name: z.string(),
  extraTime: z.number(),
  breakSeconds: z.int(),
  source: z.enum(INVITATION_SOURCES),
  generation: z.int(),
  createdAt: z.date(),
  opensAt: z.date().nullable(),
  expiresAt: z.date(),
  openedAt: z.date().nullable(),
  checkedInAt: z.date().nullable(),
  declinedAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
  attemptId: id().nullable(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  /** When the latest mail about it was accepted by the mail server; null if none was. */
  sentAt: z.date().nullable(),
  /** Why the latest mail could not be delivered; null if it was, or is still tried. */
  failure: z.enum(MAIL_FAILURES).nullable(),
  /** When it was given up. */
  failedAt: z.date().nullable(),
});

/** A row of a page, with what it is ordered by, as a text for a cursor. */
export type ListedInvitationRow = z.infer<typeof ListedInvitationRow>;
const ListedInvitationRow = CandidateInvitationRow.unwrap().extend({ place: z.string() }).readonly();

export type NewCandidateInvitation = {
  readonly id: InvitationId;
  readonly organizationId: OrganizationId;
  readonly assessmentId: AssessmentId;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly candidateId: CandidateId;
  readonly email: string;
  readonly tokenHash: Buffer;
  readonly source: InvitationSource;
  readonly publicLinkId: PublicLinkId | null;
  readonly createdAt: Date;
  readonly createdBy: AccountId | null;
  readonly opensAt: Date | null;
  readonly expiresAt: Date;
};

const JOINED = `join assessment_version v on v.id = i.assessment_version_id
  join candidate c on c.id = i.candidate_id
  join candidate_profile p on p.candidate_id = c.id
  left join attempt a on a.invitation_id = i.id`;
const TABLES = `invitation i ${JOINED}`;

/** The latest mail that carries the invitation. */
const MAIL = `left join lateral (
    select sent_at, failed_at, failure from mail where subject_id = i.id
      and kind in ('candidateInvitation', 'candidateReminder') order by created_at desc limit 1) m on true`;

const INVITATION = `i.id, i.organization_id as "organizationId", i.assessment_id as "assessmentId",
  i.assessment_version_id as "assessmentVersionId", v.number as "versionNumber", i.candidate_id as "candidateId",
  i.email, p.name, c.extra_time as "extraTime", c.break_seconds as "breakSeconds", i.source, i.generation,
  i.created_at as "createdAt", i.opens_at as "opensAt", i.expires_at as "expiresAt", i.opened_at as "openedAt", i.checked_in_at as "checkedInAt",
  i.declined_at as "declinedAt", i.withdrawn_at as "withdrawnAt", i.reminded_at as "remindedAt", a.id as "attemptId",
  a.started_at as "startedAt", a.ended_at as "endedAt", m.sent_at as "sentAt",
  m.failure, m.failed_at as "failedAt"`;

const StatusCount = row({ status: z.string(), count: z.int() });

/** Invitations of candidates to an assessment. */
export class CandidateInvitationRepository {
  constructor(private readonly manager: EntityManager) {}

  async insertAll(invitations: readonly NewCandidateInvitation[]): Promise<void> {
    const rows = invitations.map((one) => ({ ...one, purpose: 'assessment' as const, roles: [] }));
    await this.manager.insert(InvitationEntity, rows);
  }

  /** One page, in its order. */
  list(assessmentId: AssessmentId, filter: InvitationFilter, now: Date, page: InvitationPage) {
    const { sql: ids, parameters } = pageOf(assessmentId, filter, now, page);
    const direction = directionOf(page.order ?? NEWEST);
    const sql = `with page as materialized (${ids})
      select ${INVITATION}, page.key::text as place from page join invitation i on i.id = page.id ${JOINED} ${MAIL}
      order by page.key ${direction}, i.id ${direction}`;
    return listRows(this.manager, ListedInvitationRow, sql, parameters);
  }

  /** How many invitations have each status. */
  async countByStatus(assessmentId: AssessmentId, now: Date): Promise<ReadonlyMap<string, number>> {
    const sql = `select ${STATUS('$2')} as status, count(*)::int as count
      from invitation i left join attempt a on a.invitation_id = i.id
      where i.assessment_id = $1 and i.email <> '' group by 1`;
    const rows = await listRows(this.manager, StatusCount, sql, [assessmentId, now]);
    return new Map(rows.map(({ status, count }) => [status, count]));
  }

  /** Those of the ids that belong to the organization. */
  listByIds(organizationId: OrganizationId, ids: readonly string[]): Promise<CandidateInvitationRow[]> {
    const sql = `select ${INVITATION} from ${TABLES} ${MAIL} where i.organization_id = $1 and i.id = any($2::uuid[])
      order by i.created_at desc, i.id desc`;
    return listRows(this.manager, CandidateInvitationRow, sql, [organizationId, ids]);
  }

  find(invitationId: string): Promise<CandidateInvitationRow | null> {
    const sql = `select ${INVITATION} from ${TABLES} ${MAIL} where i.id = $1`;
    return findRow(this.manager, CandidateInvitationRow, sql, [invitationId]);
  }

  /** Candidates who have an invitation to the assessment that can still lead, or has led, to an attempt. */
  listInvited(assessmentId: AssessmentId, candidates: readonly CandidateId[], now: Date) {
    const sql = `select ${INVITATION} from ${TABLES} ${MAIL} where i.assessment_id = $1 and i.candidate_id = any($2::uuid[])
      and i.withdrawn_at is null and i.declined_at is null and (a.id is not null or i.expires_at > $3)`;
    return listRows(this.manager, CandidateInvitationRow, sql, [assessmentId, candidates, now]);
  }

  /** All invitations of a candidate to the assessment, newest first. */
  listOfCandidate(assessmentId: AssessmentId, candidateId: CandidateId): Promise<CandidateInvitationRow[]> {
    const sql = `select ${INVITATION} from ${TABLES} ${MAIL} where i.assessment_id = $1 and i.candidate_id = $2
      order by i.created_at desc, i.id desc`;
    return listRows(this.manager, CandidateInvitationRow, sql, [assessmentId, candidateId]);
  }

  /** Withdraws those that no attempt has been started on; returns their ids. */
  async withdraw(ids: readonly InvitationId[], now: Date): Promise<readonly InvitationId[]> {
    return this.change(`withdrawn_at = $2`, ids, [now]);
  }

  /** Sets a new deadline for starting; a declined or withdrawn invitation stays so. */
  async extend(ids: readonly InvitationId[], expiresAt: Date): Promise<readonly InvitationId[]> {
    return this.change(`expires_at = $2`, ids, [expiresAt]);
  }

  async remind(ids: readonly InvitationId[], now: Date): Promise<readonly InvitationId[]> {
    return this.change(`reminded_at = $2`, ids, [now], 'and reminded_at is null and expires_at > $2');
  }

  /** Locks an invitation until the transaction ends. */
  async lock(invitationId: string): Promise<void> {
    await this.manager.query('select from invitation where id = $1 for update', [invitationId]);
  }

  /** Stores the token of a new link; the earlier link no longer matches. Call `lock` first. */
  async setToken(invitationId: InvitationId, generation: number, tokenHash: Buffer): Promise<void> {
    const sql = 'update invitation set generation = $2, token_hash = $3 where id = $1';
    await countChanged(this.manager, sql, [invitationId, generation, tokenHash]);
  }

  private async change(set: string, ids: readonly InvitationId[], parameters: readonly unknown[], and = '') {
    const sql = `update invitation i set ${set} where id = any($1::uuid[]) and withdrawn_at is null and declined_at is null
      and not exists (select from attempt a where a.invitation_id = i.id) ${and} returning id`;
    const changed = await listRows(this.manager, row({ id: id<InvitationId>() }), sql, [ids, ...parameters]);
    return changed.map((one) => one.id);
  }
}
