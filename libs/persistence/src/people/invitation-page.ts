import { INVITATION_STATUSES, type InvitationStatus } from '@holdout/assessment';
import type { AssessmentId } from '../ids';
import { escapeLike } from '../rows';

export type InvitationFilter = {
  readonly statuses: readonly InvitationStatus[];
  /** Beginnings of words in the name, or of the address; in lower case. */
  readonly words: readonly string[];
  readonly isUndelivered: boolean;
};

export type InvitationOrder = {
  readonly by: 'created' | 'address' | 'name' | 'status' | 'deadline' | 'points';
  readonly isDescending: boolean;
};
export type InvitationPage = {
  readonly first: number;
  /** Newest first, unless it says otherwise. */
  readonly order?: InvitationOrder;
  /** The place of the last row of the page before: its time, or the text of its `place`, and its id. */
  readonly after: readonly [Date | string, string] | null;
};

export const NEWEST: InvitationOrder = { by: 'created', isDescending: true };

export const directionOf = ({ isDescending }: InvitationOrder): string => (isDescending ? 'desc' : 'asc');

/** `invitationStatus` of `@holdout/assessment` in SQL, at the time of the parameter `now`; a test compares the two. */
export const STATUS = (now: string): string => `case
  when a.ended_at is not null then 'submitted'
  when a.started_at is not null then 'started'
  when i.withdrawn_at is not null then 'withdrawn'
  when i.declined_at is not null then 'declined'
  when i.expires_at <= ${now} then 'expired'
  when i.opens_at > ${now} then 'notYetOpen'
  when i.checked_in_at is not null then 'checkedIn'
  when i.opened_at is not null then 'opened'
  else 'invited' end`;

const ATTEMPT = 'left join attempt a on a.invitation_id = i.id';
/** With the organization, so that an index has the names in their order. */
const PROFILE = `join candidate_profile n on n.candidate_id = i.candidate_id
  and n.organization_id = (select organization_id from assessment where id = $1)`;
const SCORE = 'left join attempt_score s on s.attempt_id = a.id and s.superseded_at is null and a.ended_at is not null';

type Key = {
  readonly sql: (now: () => string, isDescending: boolean) => string;
  /** The type of its value, as a cursor brings it back. */
  readonly type: 'timestamptz' | 'text' | 'int' | 'float8';
  readonly tables: readonly string[];
};

/**
 * What the rows are ordered by, before their id. Statuses follow one another as they do in time. Those without points come
 * last in both directions.
 */
const KEYS: Readonly<Record<InvitationOrder['by'], Key>> = {
  created: { sql: () => 'i.created_at', type: 'timestamptz', tables: [] },
  deadline: { sql: () => 'i.expires_at', type: 'timestamptz', tables: [] },
  address: { sql: () => 'i.email', type: 'text', tables: [] },
  name: { sql: () => 'lower(n.name)', type: 'text', tables: [PROFILE] },
  status: {
    sql: (now) => `array_position('{${INVITATION_STATUSES.join(',')}}'::text[], ${STATUS(now())})`,
    type: 'int',
    tables: [ATTEMPT],
  },
  points: {
    sql: (_, isDescending) => `coalesce(s.earned / nullif(s.possible, 0), ${isDescending ? -1 : 2})`,
    type: 'float8',
    tables: [ATTEMPT, SCORE],
  },
};

/** The latest mail of each could not be delivered. The first condition finds candidates by an index, the second decides. */
const UNDELIVERED = `i.id in (select f.subject_id from mail f join assessment s on s.organization_id = f.organization_id
    where s.id = $1 and f.failed_at is not null)
  and (select failed_at from mail where subject_id = i.id order by created_at desc limit 1) is not null`;

const matches = (beginnings: string): string =>
  `' ' || lower(p.name) || ' ' || p.email like all (${beginnings}::text[])`;

/**
 * Beginnings of words in the name or the address of the candidate, or of a record that was merged into it. All matching
 * people are read once and hashed: as the operand of `is true` it does not become a join, which could be read again for
 * each row.
 */
const named = (beginnings: string): string => {
  const ofOrganization = 'organization_id = (select organization_id from assessment where id = $1)';
  return `(i.candidate_id in (
    select p.candidate_id from candidate_profile p where p.${ofOrganization} and ${matches(beginnings)}
    union all
    select c.merged_into from candidate c join candidate_profile p on p.candidate_id = c.id
    where c.${ofOrganization} and c.merged_into is not null and ${matches(beginnings)})) is true`;
};

/** The same, looked up for each row: for a filter that leaves few. */
const namedOfRow = (beginnings: string): string => `(
    exists (select from candidate_profile p where p.candidate_id = i.candidate_id and ${matches(beginnings)})
    or exists (select from candidate c join candidate_profile p on p.candidate_id = c.id
      where c.organization_id = i.organization_id and c.merged_into = i.candidate_id and ${matches(beginnings)}))`;

const beginningOf = (word: string): string => `% ${escapeLike(word)}%`;

type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

/**
 * The ids of one page. It joins only what the filter asks about: with 50,000 invitations each table more would cost as much
 * as the rest. People who were erased have no address.
 */
export function pageOf(
  assessmentId: AssessmentId,
  { statuses, words, isUndelivered }: InvitationFilter,
  now: Date,
  { first, order = NEWEST, after }: InvitationPage,
): Statement {
  const parameters: unknown[] = [assessmentId];
  const value = (of: unknown): string => `$${parameters.push(of)}`;
  const key = KEYS[order.by];
  const tables = new Set(['invitation i', ...key.tables]);
  const where = [`i.assessment_id = $1 and i.email <> ''`];
  if (words.length > 0) {
    where.push((isUndelivered ? namedOfRow : named)(value(words.map(beginningOf))));
  }
  if (statuses.length > 0) {
    tables.add(ATTEMPT);
    where.push(`${STATUS(value(now))} = any(${value(statuses)}::text[])`);
  }
  if (isUndelivered) where.push(UNDELIVERED);
  const by = key.sql(() => value(now), order.isDescending);
  const direction = directionOf(order);
  if (after !== null)
    where.push(
      `(${by}, i.id) ${order.isDescending ? '<' : '>'} (${value(after[0])}::${key.type}, ${value(after[1])}::uuid)`,
    );
  const sql = `select i.id, ${by} as key from ${[...tables].join(' ')} where ${where.join(' and ')}
    order by key ${direction}, i.id ${direction} limit ${value(first)}`;
  return { sql, parameters };
}
