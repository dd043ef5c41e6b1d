import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AssessmentId, AttemptId, AttemptMessageId, InvitationId, OrganizationId } from '../ids';
import { findRow, getRow, id, listRows, row } from '../rows';
import { SILENT_SECONDS } from './presence.repository';

/** Minutes for which an attempt that has ended is still shown. */
const AFTER_END = 15;
/** Hours for which a call for help that nobody answered keeps an ended attempt in view. */
const CALL_AFTER_END = 24;

/** An attempt that runs or has just ended, as the members who watch over it see it. */
export type LiveRow = z.infer<typeof LiveRow>;
const LiveRow = row({
  id: id<AttemptId>(),
  invitationId: id<InvitationId>(),
  name: z.string(),
  email: z.string(),
  startedAt: z.date(),
  closesAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  endedBy: z.enum(['candidate', 'clock']).nullable(),
  /** The item on the page that was heard of last; null on the page before submitting, and before the first page. */
  position: z.int().nullable(),
  sectionTitle: z.string().nullable(),
  itemCount: z.int(),
  answeredCount: z.int(),
  seenAt: z.date().nullable(),
  isConnected: z.boolean(),
  /** Added by members, and credited for outages. */
  givenSeconds: z.number(),
  callId: id<AttemptMessageId>().nullable(),
  callText: z.string().nullable(),
  calledAt: z.date().nullable(),
  /** Messages that the candidate has not marked as read. */
  unreadCount: z.int(),
  /** The first two parts of the order: open calls, then those that run, then those that have ended. */
  rank: z.int(),
  at: z.date(),
});

export type LiveFilter = 'all' | 'calls' | 'notConnected' | 'ended';
export type LiveCursor = { readonly rank: number; readonly at: Date; readonly id: string };
export type LivePage = { readonly first: number; readonly after: LiveCursor | null };

export type LiveCounts = z.infer<typeof LiveCounts>;
const LiveCounts = row({ running: z.int(), calls: z.int(), notConnected: z.int(), ended: z.int() });

/** An assessment that somebody takes now. */
export type LiveAssessmentRow = z.infer<typeof LiveAssessmentRow>;
const LiveAssessmentRow = row({
  assessmentId: id<AssessmentId>(),
  title: z.string(),
  runningCount: z.int(),
  callCount: z.int(),
});

/** Attempts `a` with the open call and the last sign of life. $1 is the time. */
const LIVE = `attempt a
  left join attempt_message c on c.attempt_id = a.id and c.kind = 'call' and c.answered_at is null
  left join lateral (
    select p.item_id, p.seen_at from attempt_presence p where p.attempt_id = a.id order by p.seen_at desc limit 1) s on true
  where a.purpose = 'assessment' and a.invitation_id is not null and a.erased_at is null
    and (a.ended_at is null or a.ended_at > $1::timestamptz - interval '${CALL_AFTER_END} hours')
    and (a.ended_at is null or c.id is not null or a.ended_at > $1::timestamptz - interval '${AFTER_END} minutes')`;

const IS_CONNECTED = `(a.ended_at is null and s.seen_at is not null
  and s.seen_at >= $1::timestamptz - interval '${SILENT_SECONDS} seconds')`;
const OF_ASSESSMENT = 'a.assessment_version_id in (select id from assessment_version where assessment_id = $2)';

const SHOWN: Readonly<Record<LiveFilter, string>> = {
  all: 'true',
  calls: 'c.id is not null',
  notConnected: `a.ended_at is null and not ${IS_CONNECTED}`,
  ended: 'a.ended_at is not null',
};

const RANKED = `select a.id, c.id as call_id, c.text as call_text, c.sent_at as called_at, s.item_id, s.seen_at,
    ${IS_CONNECTED} as is_connected,
    case when c.id is not null then 0 when a.ended_at is null then 1 else 2 end as rank,
    coalesce(c.sent_at, a.started_at) as at
  from ${LIVE}`;

/** The earlier of the attempt's deadline and that of a section whose clock runs. */
const DEADLINE = `least(a.closes_at, (select min(o.closes_at) from attempt_section o
  where o.attempt_id = a.id and o.left_at is null and o.closes_at > $1::timestamptz))`;

/** The rest of each row of `page`. Looked up after the page was found: with a thousand attempts it costs more than the order. */
const ROWS = `select a.id, a.invitation_id as "invitationId", p.name, p.email, a.started_at as "startedAt",
    ${DEADLINE} as "closesAt", a.ended_at as "endedAt", a.ended_by as "endedBy", i.position,
    (select e ->> 'title' from jsonb_array_elements(v.content -> 'sections') e where e ->> 'id' = i.section_id) as "sectionTitle",
    (select count(*)::int from attempt_item where attempt_id = a.id) as "itemCount",
    (select count(*)::int from attempt_item j join response r on r.attempt_item_id = j.id where j.attempt_id = a.id) as "answeredCount",
    page.seen_at as "seenAt", page.is_connected as "isConnected",
    coalesce((select sum(amount) from attempt_time_entry where attempt_id = a.id and kind in ('added', 'credit')), 0) as "givenSeconds",
    page.call_id as "callId", page.call_text as "callText", page.called_at as "calledAt",
    (select count(*)::int from attempt_message m
      where m.attempt_id = a.id and m.kind = 'message' and m.read_at is null) as "unreadCount",
    page.rank, page.at
  from page join attempt a on a.id = page.id
  join assessment_version v on v.id = a.assessment_version_id
  join candidate_profile p on p.candidate_id = a.candidate_id
  left join attempt_item i on i.id = page.item_id
  order by page.rank, page.at, a.id`;

/** Attempts while they run. The caller has checked the membership. */
export class LiveRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Open calls for help first, the oldest first; then those who run, and those who have ended, by their start. */
  list(assessmentId: AssessmentId, show: LiveFilter, now: Date, { first, after }: LivePage): Promise<LiveRow[]> {
    const sql = `with page as materialized (
        select * from (${RANKED} and ${OF_ASSESSMENT} and ${SHOWN[show]}) ranked
        where $3::int is null or (rank, at, id) > ($3::int, $4::timestamptz, $5::uuid)
        order by rank, at, id limit $6)
      ${ROWS}`;
    const from = [after?.rank ?? null, after?.at ?? null, after?.id ?? null];
    return listRows(this.manager, LiveRow, sql, [now, assessmentId, ...from, first]);
  }

  count(assessmentId: AssessmentId, now: Date): Promise<LiveCounts> {
    const sql = `select count(*) filter (where a.ended_at is null)::int as running, count(c.id)::int as calls,
        count(*) filter (where ${SHOWN.notConnected})::int as "notConnected",
        count(*) filter (where a.ended_at is not null)::int as ended
      from ${LIVE} and ${OF_ASSESSMENT}`;
    return getRow(this.manager, LiveCounts, sql, [now, assessmentId]);
  }

  /** The attempt of an invitation; null if it does not run and has not just ended. */
  find(invitationId: InvitationId, now: Date): Promise<LiveRow | null> {
    const sql = `with page as materialized (${RANKED} and a.invitation_id = $2) ${ROWS}`;
    return findRow(this.manager, LiveRow, sql, [now, invitationId]);
  }

  /** The assessments of an organization that somebody takes now, or in which a call for help is open; calls first. */
  listAssessments(organizationId: OrganizationId, now: Date): Promise<LiveAssessmentRow[]> {
    const sql = `select t.id as "assessmentId", t.title, count(*) filter (where a.ended_at is null)::int as "runningCount",
        count(c.id)::int as "callCount"
      from assessment t join assessment_version v on v.assessment_id = t.id
      join lateral (select a.id, a.ended_at from ${LIVE} and a.assessment_version_id = v.id
        and (a.ended_at is null or c.id is not null)) a on true
      left join attempt_message c on c.attempt_id = a.id and c.kind = 'call' and c.answered_at is null
      where t.organization_id = $2 group by t.id, t.title order by count(c.id) desc, t.title, t.id`;
    return listRows(this.manager, LiveAssessmentRow, sql, [now, organizationId]);
  }
}
