import type { AssessmentContent } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type {
  AssessmentId,
  AssessmentVersionId,
  AttemptId,
  CandidateId,
  InvitationId,
  OrganizationId,
  PublicLinkId,
} from '../ids';
import { countChanged, findRow, id, json, listRows, row } from '../rows';
import { ATTEMPT, AttemptRow, CONTENT } from './attempt-rows';
import type { CandidateHolder } from './holder';

/** An invitation to an assessment, with all that decides what the invited person may do now. */
export type InvitedRow = z.infer<typeof InvitedRow>;
const InvitedRow = row({
  id: id<InvitationId>(),
  organizationId: id<OrganizationId>(),
  organizationName: z.string(),
  candidateId: id<CandidateId>(),
  email: z.string(),
  assessmentId: id<AssessmentId>(),
  assessmentVersionId: id<AssessmentVersionId>(),
  /** The public link through which the person came; null for an invited one. */
  publicLinkId: id<PublicLinkId>().nullable(),
  content: json<AssessmentContent>(),
  opensAt: z.date().nullable(),
  expiresAt: z.date(),
  openedAt: z.date().nullable(),
  checkedInAt: z.date().nullable(),
  declinedAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  /** Of the person, for every assessment. */
  extraTime: z.number(),
  breakSeconds: z.int(),
  /** The member who invited; null if the account has been deleted. */
  contactName: z.string().nullable(),
  contactEmail: z.string().nullable(),
  attemptId: id<AttemptId>().nullable(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});

/** A record that was merged into another has the accommodations of that one. */
const INVITED = `select n.id, n.organization_id as "organizationId", o.name as "organizationName",
    n.candidate_id as "candidateId", n.email, v.assessment_id as "assessmentId",
    n.assessment_version_id as "assessmentVersionId", n.public_link_id as "publicLinkId", v.content,
    n.opens_at as "opensAt", n.expires_at as "expiresAt", n.opened_at as "openedAt", n.checked_in_at as "checkedInAt", n.declined_at as "declinedAt",
    n.withdrawn_at as "withdrawnAt", c.extra_time as "extraTime", c.break_seconds as "breakSeconds",
    p.display_name as "contactName", p.email as "contactEmail",
    a.id as "attemptId", a.started_at as "startedAt", a.ended_at as "endedAt"
  from invitation n
  join organization o on o.id = n.organization_id
  join assessment_version v on v.id = n.assessment_version_id
  join candidate own on own.id = n.candidate_id and own.erased_at is null
  join candidate c on c.id = coalesce(own.merged_into, own.id)
  left join account_profile p on p.account_id = n.created_by
  left join attempt a on a.invitation_id = n.id
  where n.purpose = 'assessment'`;

const Content = row({ id: id(), content: json<AssessmentContent>(), organizationName: z.string() });
export type TakenContent = z.infer<typeof Content>;
const VersionId = row({ id: id() });
const OrganizationOf = row({ id: id<OrganizationId>() });
const Kind = row({ kind: z.string() });
const Name = row({ name: z.string() });

/** What a candidate does with an invitation to an assessment. */
export class TakingRepository {
  constructor(private readonly manager: EntityManager) {}

  findByToken(tokenHash: Buffer): Promise<InvitedRow | null> {
    return findRow(this.manager, InvitedRow, `${INVITED} and n.token_hash = $1`, [tokenHash]);
  }

  find({ invitationId, organizationId }: CandidateHolder): Promise<InvitedRow | null> {
    const sql = `${INVITED} and n.id = $1 and n.organization_id = $2`;
    return findRow(this.manager, InvitedRow, sql, [invitationId, organizationId]);
  }

  /** Locks the invitation until the transaction ends, so that two starts at once make one attempt. */
  async lock(invitationId: InvitationId): Promise<void> {
    await this.manager.query('select from invitation where id = $1 for update', [invitationId]);
  }

  /** As `lock`, for a start. The person comes first, as in a merge, which would otherwise wait for this start and it for the merge. */
  async lockForStart({ candidateId, invitationId }: CandidateHolder): Promise<void> {
    await this.manager.query('select from candidate where id = $1 for share', [candidateId]);
    await this.lock(invitationId);
  }

  /** The person's open attempt of an assessment, of any invitation. */
  findOpen(candidateId: CandidateId, assessmentId: AssessmentId): Promise<AttemptRow | null> {
    const sql = `select ${ATTEMPT} from attempt a where a.candidate_id = $1 and a.assessment_id = $2
      and a.purpose = 'assessment' and a.ended_at is null`;
    return findRow(this.manager, AttemptRow, sql, [candidateId, assessmentId]);
  }

  /** True for the request that opened the invitation first. */
  async open(invitationId: InvitationId, now: Date): Promise<boolean> {
    const sql = 'update invitation set opened_at = $2 where id = $1 and opened_at is null';
    return (await countChanged(this.manager, sql, [invitationId, now])) === 1;
  }

  /** Check-in may be begun again; the first time counts. */
  async checkIn(invitationId: InvitationId, now: Date): Promise<void> {
    const sql = 'update invitation set checked_in_at = $2 where id = $1 and checked_in_at is null';
    await countChanged(this.manager, sql, [invitationId, now]);
  }

  async setUsed(invitationId: InvitationId, now: Date): Promise<void> {
    await countChanged(this.manager, 'update invitation set used_at = $2 where id = $1', [invitationId, now]);
  }

  /** False if it was already declined. */
  async decline(invitationId: InvitationId, now: Date): Promise<boolean> {
    const sql = 'update invitation set declined_at = $2 where id = $1 and declined_at is null';
    return (await countChanged(this.manager, sql, [invitationId, now])) === 1;
  }

  /** The attempt of an invitation; null before it is started. The caller has checked the sender. */
  findAttempt(invitationId: InvitationId): Promise<AttemptRow | null> {
    const sql = `select ${ATTEMPT} from attempt a where a.invitation_id = $1 and a.erased_at is null`;
    return findRow(this.manager, AttemptRow, sql, [invitationId]);
  }

  /** For members of the organization, whose membership the caller has checked. */
  findAttemptOfInvitation(invitationId: string): Promise<AttemptRow | null> {
    const sql = `select ${ATTEMPT} from attempt a where a.invitation_id = $1`;
    return findRow(this.manager, AttemptRow, sql, [invitationId]);
  }

  /** Of many invitations, for members of their organization. */
  listAttemptsOfInvitations(invitationIds: readonly string[]): Promise<AttemptRow[]> {
    const sql = `select ${ATTEMPT} from attempt a where a.invitation_id = any($1::uuid[])`;
    return listRows(this.manager, AttemptRow, sql, [invitationIds]);
  }

  /** The organization of an invitation to an assessment; null if it does not exist. */
  async findOrganization(invitationId: string): Promise<OrganizationId | null> {
    const sql = `select organization_id as id from invitation where id = $1 and purpose = 'assessment'`;
    return (await findRow(this.manager, OrganizationOf, sql, [invitationId]))?.id ?? null;
  }

  async findCandidateName(candidateId: CandidateId): Promise<string | null> {
    const sql = 'select name from candidate_profile where candidate_id = $1';
    return (await findRow(this.manager, Name, sql, [candidateId]))?.name ?? null;
  }

  /** All versions of the questions that this person was given in the organization before. */
  async listSeen(candidateId: CandidateId): Promise<readonly string[]> {
    const sql = `select distinct other.id from candidate c
      join candidate same on coalesce(same.merged_into, same.id) = coalesce(c.merged_into, c.id)
      join attempt a on a.candidate_id = same.id join attempt_item i on i.attempt_id = a.id
      join question_version seen on seen.id = i.question_version_id
      join question_version other on other.question_id = seen.question_id
      where c.id = $1 and not i.is_withheld`;
    return (await listRows(this.manager, VersionId, sql, [candidateId])).map((each) => each.id);
  }

  /** Those of the versions, if of one of these kinds, whose hidden cases do not exist in this scope. */
  async listUnprepared(
    versionIds: readonly string[],
    { kinds, scope }: { readonly kinds: readonly string[]; readonly scope: string },
  ): Promise<readonly string[]> {
    const sql = `select v.id from question_version v
      where v.id = any($1::uuid[]) and v.kind = any($3::text[]) and not exists (
        select from preparation p where p.question_version_id = v.id and p.scope = $2
          and p.done_at is not null and p.failure is null)`;
    return (await listRows(this.manager, VersionId, sql, [versionIds, scope, kinds])).map((each) => each.id);
  }

  /** The kinds of these versions. */
  async listKinds(versionIds: readonly string[]): Promise<readonly string[]> {
    const sql = 'select distinct kind from question_version where id = any($1::uuid[]) order by kind';
    return (await listRows(this.manager, Kind, sql, [versionIds])).map(({ kind }) => kind);
  }

  /** The names of skills or domains, in the given order. */
  async listSkillNames(ids: readonly string[]): Promise<readonly string[]> {
    const sql = `select coalesce(
        (select k.name from skill k where k.id = given.id),
        (select min(k.domain_name) from skill k where k.domain_id = given.id), given.id) as name
      from unnest($1::text[]) with ordinality given (id, place) order by given.place`;
    return (await listRows(this.manager, Name, sql, [ids])).map(({ name }) => name);
  }

  /** What the attempts are of: the published content and the organization's name. */
  listContents(attemptIds: readonly string[]): Promise<TakenContent[]> {
    const sql = `select a.id, ${CONTENT} as content, o.name as "organizationName" from attempt a
      join organization o on o.id = a.organization_id where a.id = any($1::uuid[])`;
    return listRows(this.manager, Content, sql, [attemptIds]);
  }
}
