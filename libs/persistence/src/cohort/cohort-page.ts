import type { AssessmentId } from '../ids';
import { escapeLike } from '../rows';
import type { DecisionKind } from './cohort.entity';

export const COHORT_STATUSES = ['inProgress', 'ended', 'released'] as const;
export type CohortStatus = (typeof COHORT_STATUSES)[number];
/** Where a person is for certain, by the 95 % band: above the pass line, below it, or neither. */
export const SIDES = ['above', 'uncertain', 'below'] as const;
export type Side = (typeof SIDES)[number];

export type CohortFilter = {
  readonly statuses: readonly CohortStatus[];
  /** Null: no decision yet. */
  readonly decisions: readonly (DecisionKind | null)[];
  readonly sides: readonly Side[];
  readonly isProvisional: boolean | null;
  /** Beginnings of words in the name, or of the address; in lower case. */
  readonly words: readonly string[];
  readonly versionNumber: number | null;
};

export type CohortOrder = { readonly by: 'name' | 'score' | 'status' | 'decision'; readonly isDescending: boolean };

export type CohortPage = {
  readonly first: number;
  readonly order: CohortOrder;
  /** The place of the last row of the page before: its key, and the attempt. */
  readonly after: readonly [string | number, string] | null;
};

/** How much smaller the error of a form is than that of its items alone, where that is known. */
export type FormFactor = { readonly formKey: string; readonly factor: number };

const STATUS = `case when a.ended_at is null then 'inProgress' when a.released_at is null then 'ended' else 'released' end`;

/** The pass line of the version that the person took, as a share; null without one. */
const LINE = `(v.content ->> 'passLine')::float8`;

/**
 * The side of the pass line by the 95 % band, which is a Wilson interval: its ends are beyond the line exactly if the share is further
 * from the line than 1.96 standard errors at the line. A test compares it with `scoreBand`.
 */
const BEYOND = `1.959963984540054 * sqrt(${LINE} * (1 - ${LINE})
  * case when e.is_provisional then 1 else coalesce(f.factor, 1) end / nullif(e.effective_items, 0))`;
const SIDE = `case when ${LINE} is null or e.share is null then null
  when e.share_low - ${LINE} > ${BEYOND} then 'above'
  when ${LINE} - e.share_high > ${BEYOND} then 'below' else 'uncertain' end`;

/** What the rows are ordered by, before their attempt, as columns of `ROWS`. People without a score come last from the highest on. */
const TYPES = { name: 'text', score: 'float8', status: 'text', decision: 'text' } as const;

/** The newest decision about each attempt of the assessment `$1`. */
const DECIDED = `(select distinct on (attempt_id) attempt_id, number, kind, reason, account_id, decided_at from decision
  where assessment_id = $1 order by attempt_id, number desc)`;

const TABLES = `assessment_version v
  join attempt a on a.assessment_version_id = v.id and a.purpose = 'assessment' and a.erased_at is null
  join candidate_profile p on p.candidate_id = a.candidate_id
  left join cohort_entry e on e.attempt_id = a.id
  left join ${DECIDED} d on d.attempt_id = a.id`;

const beginningOf = (word: string): string => `% ${escapeLike(word)}%`;

type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };
type Value = (of: unknown) => string;

const factorsOf = (value: Value, factors: readonly FormFactor[]): string =>
  `left join unnest(${value(factors.map(({ formKey }) => formKey))}::text[],
     ${value(factors.map(({ factor }) => factor))}::float8[]) as f (form_key, factor) on f.form_key = e.form_key`;

/** Everyone with what the table is filtered and ordered by. */
const rowsOf = (
  scaled: string,
): string => `select a.id, lower(p.name) collate "C" as name, p.email, ${STATUS} as status,
    coalesce(d.kind, '') as decision, ${SIDE} as side, coalesce(e.is_provisional, false) as is_provisional,
    v.number as version, coalesce(e.share, -1) as score
  from ${TABLES} ${scaled} where v.assessment_id = $1`;

function conditionsOf(filter: CohortFilter, value: Value): readonly string[] {
  const { statuses, decisions, sides, isProvisional, words, versionNumber } = filter;
  return [
    ...(words.length === 0 ? [] : [`' ' || name || ' ' || email like all (${value(words.map(beginningOf))}::text[])`]),
    ...(statuses.length === 0 ? [] : [`status = any(${value(statuses)}::text[])`]),
    ...(decisions.length === 0 ? [] : [`decision = any(${value(decisions.map((kind) => kind ?? ''))}::text[])`]),
    ...(sides.length === 0 ? [] : [`side = any(${value(sides)}::text[])`]),
    ...(isProvisional === null ? [] : [`is_provisional = ${value(isProvisional)}`]),
    ...(versionNumber === null ? [] : [`version = ${value(versionNumber)}`]),
  ];
}

/** The ids of one page in its order. */
export function cohortPage(
  assessmentId: AssessmentId,
  filter: CohortFilter,
  { first, order, after }: CohortPage,
  factors: readonly FormFactor[],
): Statement {
  const parameters: unknown[] = [assessmentId];
  const value: Value = (of) => `$${parameters.push(of)}`;
  const { by } = order;
  const [direction, beyond] = order.isDescending ? ['desc', '<'] : ['asc', '>'];
  const scaled = factorsOf(value, factors);
  const conditions = conditionsOf(filter, value);
  // With several conditions PostgreSQL expects fewer rows than there are, and would look up each one alone: then all are read first.
  const how = conditions.length > 1 ? 'materialized' : 'not materialized';
  const where = ['true', ...conditions];
  if (after !== null) where.push(`(${by}, id) ${beyond} (${value(after[0])}::${TYPES[by]}, ${value(after[1])}::uuid)`);
  const sql = `with cohort as ${how} (${rowsOf(scaled)})
    select id, ${by} as key from cohort where ${where.join(' and ')}
    order by ${by} ${direction}, id ${direction} limit ${value(first)}`;
  return { sql, parameters };
}

const COLUMNS = `a.id as "attemptId", a.organization_id as "organizationId", a.candidate_id as "candidateId", p.name, p.email,
  v.number as "versionNumber", v.id as "versionId", ${LINE} as "passLine", ${STATUS} as status, a.ended_at as "endedAt",
  d.kind as "decisionKind", d.number as "decisionNumber", d.reason as "decisionReason", d.decided_at as "decidedAt",
  m.display_name as "decidedBy", ${SIDE} as side, s.items, s.skills, e.form_key as "formKey"`;

/** Rows of attempts with what the table shows, in the order of the ids. */
export function cohortRows(
  assessmentId: AssessmentId,
  ids: readonly string[],
  factors: readonly FormFactor[],
): Statement {
  const parameters: unknown[] = [assessmentId, ids];
  const value: Value = (of) => `$${parameters.push(of)}`;
  const scaled = factorsOf(value, factors);
  const sql = `select ${COLUMNS} from unnest($2::uuid[]) with ordinality as wanted (id, place)
    join attempt a on a.id = wanted.id and a.purpose = 'assessment' and a.erased_at is null
    join assessment_version v on v.id = a.assessment_version_id and v.assessment_id = $1
    join candidate_profile p on p.candidate_id = a.candidate_id
    left join cohort_entry e on e.attempt_id = a.id
    left join attempt_score s on s.attempt_id = a.id and s.superseded_at is null
    left join lateral (select * from decision o where o.attempt_id = a.id order by o.number desc limit 1) d on true
    left join account_profile m on m.account_id = d.account_id
    ${scaled} order by wanted.place`;
  return { sql, parameters };
}

/** How many there are of each status, decision and side, and how many are provisional. */
export function cohortCounts(assessmentId: AssessmentId, factors: readonly FormFactor[]): Statement {
  const parameters: unknown[] = [assessmentId];
  const value: Value = (of) => `$${parameters.push(of)}`;
  const scaled = factorsOf(value, factors);
  const sql = `select ${STATUS} as status, coalesce(d.kind, '') as decision, coalesce(${SIDE}, '') as side,
      coalesce(e.is_provisional, false) as "isProvisional", v.number as "versionNumber", count(*)::int as count
    from ${TABLES} ${scaled} where v.assessment_id = $1 group by 1, 2, 3, 4, 5`;
  return { sql, parameters };
}
