import type { AssessmentContent } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AssessmentId, AttemptId, CandidateId, InvitationId, OrganizationId } from '../ids';
import { findRow, id, json, listRows, row } from '../rows';
import { ATTEMPT, AttemptRow } from './attempt-rows';

/** What a report is about. */
export type ReportHead = z.infer<typeof ReportHead>;
const ReportHead = row({
  attemptId: id<AttemptId>(),
  organizationId: id<OrganizationId>(),
  assessmentId: id<AssessmentId>(),
  invitationId: id<InvitationId>().nullable(),
  candidateId: id<CandidateId>().nullable(),
  /** Null once the person's data has been deleted. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  content: json<AssessmentContent>(),
});

/** A sign of work on an item: it was shown, an answer was saved, or code was sent. */
export type WorkSignal = z.infer<typeof WorkSignal>;
const WorkSignal = row({ itemId: id(), kind: z.enum(['shown', 'saved']), at: z.date() });

const Title = row({ id: id(), title: z.string(), slug: z.string(), kind: z.string() });
const SkillName = row({ id: z.string(), name: z.string() });

/** What a reviewer wrote about an answer, in the round that counts. */
export type ReviewerNote = z.infer<typeof ReviewerNote>;
const ReviewerNote = row({
  itemId: id(),
  levels: json<Readonly<Record<string, number>>>(),
  comments: json<Readonly<Record<string, string>>>(),
  toCandidate: z.string(),
});

/** What was recorded of an attempt besides its answers, without texts. */
export type RecordedEvent = z.infer<typeof RecordedEvent>;
const RecordedEvent = row({
  kind: z.enum(['PASTE', 'LEFT', 'RETURNED', 'DEVICE', 'RUN', 'SUBMIT']),
  page: z.string().nullable(),
  itemId: z.string().nullable(),
  length: z.int().nullable(),
  at: z.date(),
});

const Organization = row({ id: id(), organizationId: id<OrganizationId>() });

/** An ended attempt that may be released. */
export type Releasable = z.infer<typeof Releasable>;
const Releasable = row({
  attemptId: id<AttemptId>(),
  invitationId: id<InvitationId>().nullable(),
  email: z.string().nullable(),
  releasedAt: z.date().nullable(),
  pending: z.number().nullable(),
});

const EVENTS = `select e.kind, b.client_id::text as page, e.event ->> 'itemId' as "itemId",
    (e.event ->> 'length')::integer as length, b.began_at + (e.event ->> 'ms')::float8 * interval '1 ms' as at
  from attempt_event b, lateral (
    select event ->> 'kind' as kind, event from jsonb_array_elements(b.events) event) e
  where b.attempt_id = $1 and e.kind in ('PASTE', 'LEFT', 'RETURNED', 'DEVICE')
  union all
  select case s.purpose when 'run' then 'RUN' else 'SUBMIT' end, null, s.attempt_item_id::text, null, s.sent_at
  from submission s join attempt_item i on i.id = s.attempt_item_id where i.attempt_id = $1
  order by at limit 2000`;

/** Reads what reports are made of. The access table checks that the reader is a member of the organization. */
export class ReportRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The organizations of attempts of candidates. */
  listOrganizations(attemptIds: readonly string[]) {
    const sql = `select id, organization_id as "organizationId" from attempt
      where id = any($1::uuid[]) and purpose = 'assessment' and erased_at is null`;
    return listRows(this.manager, Organization, sql, [attemptIds]);
  }

  findAttempt(attemptId: string): Promise<AttemptRow | null> {
    const sql = `select ${ATTEMPT} from attempt a where a.id = $1 and a.purpose = 'assessment' and a.erased_at is null`;
    return findRow(this.manager, AttemptRow, sql, [attemptId]);
  }

  findHead(attemptId: string): Promise<ReportHead | null> {
    const sql = `select a.id as "attemptId", a.organization_id as "organizationId", v.assessment_id as "assessmentId",
        a.invitation_id as "invitationId", a.candidate_id as "candidateId", p.name, p.email, v.content
      from attempt a join assessment_version v on v.id = a.assessment_version_id
      left join candidate own on own.id = a.candidate_id
      left join candidate_profile p on p.candidate_id = coalesce(own.merged_into, own.id)
      where a.id = $1 and a.purpose = 'assessment' and a.erased_at is null`;
    return findRow(this.manager, ReportHead, sql, [attemptId]);
  }

  listTitles(versionIds: readonly string[]) {
    const sql = `select v.id, v.title, q.slug, v.kind from question_version v join question q on q.id = v.question_id
      where v.id = any($1::uuid[])`;
    return listRows(this.manager, Title, sql, [versionIds]);
  }

  listSkills(skillIds: readonly string[]) {
    return listRows(this.manager, SkillName, 'select id, name from skill where id = any($1::text[])', [skillIds]);
  }

  /** Oldest first. */
  listSignals(attemptId: string): Promise<WorkSignal[]> {
    const sql = `select id as "itemId", 'shown' as kind, presented_at as at from attempt_item
        where attempt_id = $1 and presented_at is not null
      union all select r.attempt_item_id, 'saved', r.saved_at from response_revision r
        join attempt_item i on i.id = r.attempt_item_id where i.attempt_id = $1
      union all select s.attempt_item_id, 'saved', s.sent_at from submission s
        join attempt_item i on i.id = s.attempt_item_id where i.attempt_id = $1
      order by at`;
    return listRows(this.manager, WorkSignal, sql, [attemptId]);
  }

  listNotes(attemptId: string): Promise<ReviewerNote[]> {
    const sql = `select t.attempt_item_id as "itemId", r.levels, coalesce(n.comments, '{}') as comments,
        coalesce(n.to_candidate, '') as "toCandidate"
      from review_task t join attempt_item i on i.id = t.attempt_item_id
      join lateral (select * from review w where w.task_id = t.id order by w.number desc limit 1) r on true
      left join review_note n on n.review_id = r.id
      where i.attempt_id = $1 and t.done_at is not null and t.cancelled_at is null
        and t.round = (select max(u.round) from review_task u where u.attempt_item_id = t.attempt_item_id)
      order by i.position, t.mark`;
    return listRows(this.manager, ReviewerNote, sql, [attemptId]);
  }

  /** Oldest first, at most 2,000. */
  listEvents(attemptId: string): Promise<RecordedEvent[]> {
    return listRows(this.manager, RecordedEvent, EVENTS, [attemptId]);
  }

  /** Locks ended attempts of an assessment; others are left out. */
  lockReleasable(assessmentId: AssessmentId, attemptIds: readonly string[]): Promise<Releasable[]> {
    const sql = `select a.id as "attemptId", a.invitation_id as "invitationId", n.email, a.released_at as "releasedAt", s.pending
      from attempt a left join invitation n on n.id = a.invitation_id
      left join attempt_score s on s.attempt_id = a.id and s.superseded_at is null
      where a.id = any($2::uuid[]) and a.purpose = 'assessment' and a.ended_at is not null and a.erased_at is null
        and a.assessment_version_id in (select id from assessment_version where assessment_id = $1)
      order by a.id for update of a`;
    return listRows(this.manager, Releasable, sql, [assessmentId, attemptIds]);
  }

  async release(attemptIds: readonly string[], at: Date): Promise<void> {
    await this.manager.query('update attempt set released_at = $2 where id = any($1::uuid[]) and released_at is null', [
      attemptIds,
      at,
    ]);
  }
}
