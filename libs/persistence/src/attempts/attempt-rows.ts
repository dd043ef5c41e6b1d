import type { AttemptForm, Purpose } from '@holdout/assessment';
import type { HolderColumns } from './holder';

export type AttemptRow = HolderColumns & {
  readonly id: string;
  readonly purpose: Purpose;
  readonly form: AttemptForm;
  readonly assessmentVersionId: string | null;
  /** 64 hex digits from which options were shuffled and variants picked. */
  readonly seed: string;
  readonly startedAt: Date;
  /** When it stops taking work; null without a limit. */
  readonly closesAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: 'candidate' | 'clock' | null;
  readonly releasedAt: Date | null;
};

/** A part of an item that was shown on demand, as it was shown. */
export type RevealedRow = { readonly id: string; readonly ask: string; readonly maxWords: number; readonly at: string };

/** An item with what its candidate may see; `ScoreRepository.listSecrets` reads keys and explanations. */
export type ItemRow = {
  readonly id: string;
  readonly attemptId: string;
  readonly position: number;
  readonly versionId: string;
  readonly questionId: string;
  readonly contentHash: string;
  readonly kind: string;
  readonly candidatePart: unknown;
  /** Parameters of a numeric variant. */
  readonly shown: Readonly<Record<string, string | number>> | null;
  readonly variantId: string | null;
  /** The ids of each list that was shuffled, by the list's name; null where nothing was. */
  readonly draw: Readonly<Record<string, readonly string[]>> | null;
  readonly revealed: readonly RevealedRow[];
  readonly isFlagged: boolean;
  readonly presentedAt: Date | null;
  readonly fixedAt: Date | null;
  readonly fixedBy: 'checked' | 'revealed' | 'ended' | null;
  readonly revision: number | null;
  readonly answer: unknown;
  readonly savedAt: Date | null;
};

export const ATTEMPT = `a.id, a.purpose, a.form, a.account_id as "accountId", a.guest_id as "guestId",
  a.organization_id as "organizationId", a.candidate_id as "candidateId",
  a.assessment_version_id as "assessmentVersionId", a.seed, a.started_at as "startedAt", a.closes_at as "closesAt",
  a.ended_at as "endedAt", a.ended_by as "endedBy", a.released_at as "releasedAt"`;

export const ITEM = `i.id, i.attempt_id as "attemptId", i.position, i.question_version_id as "versionId",
  v.question_id as "questionId", v.content_hash as "contentHash", v.kind, v.candidate_part as "candidatePart",
  t.shown, i.variant_id as "variantId", i.draw, i.revealed, i.is_flagged as "isFlagged",
  i.presented_at as "presentedAt", i.fixed_at as "fixedAt", i.fixed_by as "fixedBy",
  r.revision, r.answer, r.saved_at as "savedAt"`;

export const ITEM_TABLES = `attempt_item i
  join question_version v on v.id = i.question_version_id
  left join variant t on t.id = i.variant_id
  left join response r on r.attempt_item_id = i.id`;
