import { resolveAnswers, type StoredAnswerRow } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import type { CandidateId } from '../ids';
import { getRow, id, json, listRows, row } from '../rows';
import { SAME_PERSON } from './candidate-records';

const Copy = row({ copy: json<Readonly<Record<string, unknown>>>() });
const WithId = row({ id: id() });

/** An empty list for none. */
const listOf = (object: string, from: string, order: string): string =>
  `coalesce((select jsonb_agg(${object} order by ${order}) from ${from}), '[]')`;

const PERSON = `select jsonb_build_object(
  'organization', (select o.name from organization o join candidate own on own.organization_id = o.id where own.id = $1),
  'names', ${listOf(`jsonb_build_object('name', p.name, 'email', p.email)`, `candidate_profile p where p.candidate_id in (${SAME_PERSON})`, 'p.email')},
  'timeAllowance', (select jsonb_build_object('extraTime', i.extra_time, 'breakSeconds', i.break_seconds)
    from candidate own join candidate i on i.id = coalesce(own.merged_into, own.id) where own.id = $1),
  'invitations', ${listOf(
    `jsonb_build_object('assessment', v.content ->> 'title', 'email', n.email, 'source', n.source,
      'createdAt', n.created_at, 'opensAt', n.opens_at, 'expiresAt', n.expires_at, 'openedAt', n.opened_at, 'checkedInAt', n.checked_in_at,
      'remindedAt', n.reminded_at, 'declinedAt', n.declined_at, 'withdrawnAt', n.withdrawn_at,
      'requestForMoreTime', (select jsonb_build_object('reason', r.reason, 'askedAt', r.asked_at,
        'answeredAt', r.answered_at, 'isGranted', r.is_granted) from time_request r where r.invitation_id = n.id))`,
    `invitation n join assessment_version v on v.id = n.assessment_version_id where n.candidate_id in (${SAME_PERSON})`,
    'n.created_at',
  )},
  'mails', ${listOf(
    `jsonb_build_object('kind', m.kind, 'to', m.recipient, 'createdAt', m.created_at, 'sentAt', m.sent_at)`,
    `mail m where m.organization_id = (select organization_id from candidate where id = $1)
       and m.recipient in (select email from candidate_profile where candidate_id in (${SAME_PERSON}))`,
    'm.created_at',
  )},
  'sessions', ${listOf(
    `jsonb_build_object('openedAt', s.created_at, 'endedAt', s.ended_at, 'lastSeenAt', s.last_seen_at,
      'browser', s.browser, 'system', s.system)`,
    `session s where s.candidate_id in (${SAME_PERSON})`,
    's.created_at',
  )}) as copy`;

const ATTEMPT = `select jsonb_build_object('assessment', v.content ->> 'title', 'startedAt', a.started_at,
    'closesAt', a.closes_at, 'endedAt', a.ended_at, 'endedBy', a.ended_by, 'receiptCode', a.receipt_code,
    'recorded', ${listOf(
      `jsonb_build_object('beganAt', e.began_at, 'receivedAt', e.received_at, 'page', e.client_id, 'events', e.events)`,
      'attempt_event e where e.attempt_id = a.id',
      'e.client_id, e.sequence',
    )},
    'messages', ${listOf(
      `jsonb_build_object('from', case m.kind when 'call' then 'you' else 'organization' end, 'text', m.text,
        'sentAt', m.sent_at, 'readAt', m.read_at, 'answeredAt', m.answered_at)`,
      'attempt_message m where m.attempt_id = a.id',
      'm.sent_at, m.id',
    )}) as copy
  from attempt a join assessment_version v on v.id = a.assessment_version_id where a.id = $1`;

/** Without what the person has not written: title, key, draw, verdicts and scores. */
const ITEM = `select jsonb_build_object('question', i.position, 'kind', v.kind, 'isFlagged', i.is_flagged,
    'shownAt', i.presented_at,
    'answers', ${listOf(
      `jsonb_build_object('revision', r.revision, 'basedOn', r.based_on, 'savedAt', r.saved_at, 'answer', r.answer,
        'id', r.id, 'delta', r.delta, 'deltaOf', r.delta_of)`,
      'response_revision r where r.attempt_item_id = i.id',
      'r.saved_at, r.revision, r.id',
    )},
    'lateAnswers', ${listOf(
      `jsonb_build_object('basedOn', l.based_on, 'closedAt', l.closed_at, 'arrivedAt', l.arrived_at, 'answer', l.answer,
        'admittedAt', l.admitted_at, 'revision', l.revision)`,
      'late_answer l where l.attempt_item_id = i.id',
      'l.arrived_at, l.id',
    )},
    'programs', ${listOf(
      `jsonb_build_object('purpose', s.purpose, 'language', s.language, 'source', s.source, 'ownInput', s.own_input,
        'sentAt', s.sent_at)`,
      'submission s where s.attempt_item_id = i.id',
      's.sent_at, s.id',
    )},
    'reports', ${listOf(
      `jsonb_build_object('reason', q.reason, 'text', q.text, 'reportedAt', q.reported_at)`,
      'question_report q where q.attempt_item_id = i.id',
      'q.reported_at',
    )}) as copy
  from attempt_item i join question_version v on v.id = i.question_version_id where i.id = $1`;

/** A copy of what one organization stores about a candidate, in parts, because answers can be large. */
export class CandidateCopyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Name, addresses, invitations, mails and sessions. */
  async person(candidateId: CandidateId): Promise<Readonly<Record<string, unknown>>> {
    return (await getRow(this.manager, Copy, PERSON, [candidateId])).copy;
  }

  async listAttempts(candidateId: CandidateId): Promise<readonly string[]> {
    const sql = `select a.id from attempt a where a.candidate_id in (${SAME_PERSON}) order by a.started_at, a.id`;
    return (await listRows(this.manager, WithId, sql, [candidateId])).map((each) => each.id);
  }

  async attempt(attemptId: string): Promise<Readonly<Record<string, unknown>>> {
    return (await getRow(this.manager, Copy, ATTEMPT, [attemptId])).copy;
  }

  async listItems(attemptId: string): Promise<readonly string[]> {
    const sql = 'select id from attempt_item where attempt_id = $1 and not is_withheld order by position';
    return (await listRows(this.manager, WithId, sql, [attemptId])).map((each) => each.id);
  }

  async item(itemId: string): Promise<Readonly<Record<string, unknown>>> {
    const { copy } = await getRow(this.manager, Copy, ITEM, [itemId]);
    return { ...copy, answers: wholeAnswers(copy['answers'] as readonly StoredAnswer[]) };
  }
}

type StoredAnswer = StoredAnswerRow & Readonly<Record<string, unknown>>;

/** Older versions are stored as deltas of newer ones; the copy has them whole. */
function wholeAnswers(stored: readonly StoredAnswer[]): readonly object[] {
  const answers = resolveAnswers(stored);
  return stored.map(({ id, delta: _, deltaOf: __, ...each }) => ({ ...each, answer: answers.get(id) }));
}
