import type { AttemptForm, AttemptRules, Purpose } from '@holdout/assessment';
import { GRACE_SECONDS } from '@holdout/timing';
import { z } from 'zod';
import type { AccountId, CandidateId, GuestId, InvitationId, OrganizationId } from '../ids';
import { id, json, row } from '../rows';

const ATTEMPT_COLUMNS = {
  id: id(),
  purpose: z.enum(['practice', 'assessment', 'preview', 'trial'] satisfies Purpose[]),
  form: z.enum(['single', 'quiz', 'assessment'] satisfies AttemptForm[]),
  accountId: id<AccountId>().nullable(),
  guestId: id<GuestId>().nullable(),
  organizationId: id<OrganizationId>().nullable(),
  candidateId: id<CandidateId>().nullable(),
  invitationId: id<InvitationId>().nullable(),
  assessmentVersionId: id().nullable(),
  /** The rules of the assessment version; null in practice. */
  rules: json<AttemptRules | null>(),
  /** 64 hex digits: the seed for shuffling options and drawing variants. */
  seed: z.string(),
  startedAt: z.date(),
  /** When it stops accepting answers; null without a time limit. */
  closesAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  endedBy: z.enum(['candidate', 'clock']).nullable(),
  releasedAt: z.date().nullable(),
  /** What a candidate can quote of an ended assessment. */
  receiptCode: z.string().nullable(),
};

export type AttemptRow = z.infer<typeof AttemptRow>;
export const AttemptRow = row(ATTEMPT_COLUMNS);

/** A part of an item that was revealed on demand, stored as it was shown. */
export type RevealedRow = { readonly id: string; readonly ask: string; readonly maxWords: number; readonly at: string };

const ITEM_COLUMNS = {
  id: id(),
  attemptId: id(),
  position: z.int(),
  versionId: id(),
  questionId: z.string(),
  contentHash: z.string(),
  kind: z.string(),
  candidatePart: json(),
  /** Parameters of a numeric variant. */
  shown: json<Readonly<Record<string, string | number>> | null>(),
  variantId: id().nullable(),
  /** The shuffled ids by list name; null if nothing was shuffled. */
  draw: json<Readonly<Record<string, readonly string[]>> | null>(),
  revealed: json<readonly RevealedRow[]>(),
  /** The section of the assessment version; null in practice. */
  sectionId: z.string().nullable(),
  /** What full marks count in the total, relative to the other items. */
  weight: z.number(),
  isFlagged: z.boolean(),
  presentedAt: z.date().nullable(),
  /** The deadline of its timed section; null without one. */
  closesAt: z.date().nullable(),
  /** Whether its timed section was not entered: a candidate is not given it. */
  isWithheld: z.boolean(),
  fixedAt: z.date().nullable(),
  fixedBy: z.enum(['checked', 'revealed', 'ended', 'left']).nullable(),
  revision: z.int().nullable(),
  answer: json(),
  savedAt: z.date().nullable(),
};

/** An item without secrets; `ScoreRepository.listSecrets` reads keys and explanations. */
export type ItemRow = z.infer<typeof ItemRow>;
export const ItemRow = row(ITEM_COLUMNS);

/** The content that attempt `a` was drawn from: that of its assessment version, or of its preview; null in practice. */
export const CONTENT = `coalesce(
  (select published.content from assessment_version published where published.id = a.assessment_version_id),
  case when a.purpose = 'preview' then (select content from attempt_preview where attempt_id = a.id) end)`;

/** The rules that hold for attempt `a`: those of its content. The only place that reads them. */
export const RULES = `(
  select shown.content -> 'rules' || jsonb_build_object('languages', shown.content -> 'languages')
  from (select ${CONTENT} as content) shown where shown.content is not null)`;

/** A trial names its candidate in a table of its own, so that whoever reads attempts by candidate or invitation finds none. */
const OF_CANDIDATE = (column: 'candidate_id' | 'invitation_id'): string => `case when a.purpose = 'trial'
  then (select ${column} from attempt_trial where attempt_id = a.id) else a.${column} end`;

export const ATTEMPT = `a.id, a.purpose, a.form, a.account_id as "accountId", a.guest_id as "guestId",
  a.organization_id as "organizationId", ${OF_CANDIDATE('candidate_id')} as "candidateId",
  ${OF_CANDIDATE('invitation_id')} as "invitationId", a.assessment_version_id as "assessmentVersionId", ${RULES} as rules, a.seed, a.started_at as "startedAt", a.closes_at as "closesAt",
  a.ended_at as "endedAt", a.ended_by as "endedBy", a.released_at as "releasedAt",
  a.receipt_code as "receiptCode"`;

/**
 * The SQL condition that the scores of attempt `a` may show in practice states and totals, as `policyOf(a).showsVerdicts`
 * says: in an open quiz they would tell whether the code that was sent is right. Those of a preview never do.
 */
export const SCORES_SHOWN = `(a.purpose = 'practice' and (a.form = 'single' or a.ended_at is not null))`;

export const ITEM = `i.id, i.attempt_id as "attemptId", i.position, i.question_version_id as "versionId",
  v.question_id as "questionId", v.content_hash as "contentHash", v.kind, v.candidate_part as "candidatePart",
  t.shown, i.variant_id as "variantId", i.draw, i.revealed,
  i.section_id as "sectionId", i.weight, i.is_flagged as "isFlagged",
  i.presented_at as "presentedAt", i.closes_at as "closesAt", i.is_withheld as "isWithheld", i.fixed_at as "fixedAt", i.fixed_by as "fixedBy",
  r.revision, r.answer, r.saved_at as "savedAt"`;

/** The deadline of item `i`: that of its attempt, or of its timed section if that is earlier; null without one. */
const DEADLINE = 'least(a.closes_at, i.closes_at)';

/**
 * When item `i` stopped accepting answers; null while it accepts them, which it does until the end of the grace. `clock` is the
 * number of the time parameter.
 */
export const CLOSED_AT = (clock: number): string =>
  `coalesce(i.fixed_at, a.ended_at, case when $${clock} >= ${DEADLINE} + interval '${GRACE_SECONDS} seconds' then ${DEADLINE} end)`;

export const ITEM_TABLES = `attempt_item i
  join question_version v on v.id = i.question_version_id
  left join variant t on t.id = i.variant_id
  left join response r on r.attempt_item_id = i.id`;
