import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AssessmentEntity, AssessmentVersionEntity } from '../attempts/assessment.entity';
import { AttemptEntity } from '../attempts/attempt.entity';
import type { AccountId, AssessmentId, AssessmentVersionId, AttemptId, CohortViewId, OrganizationId } from '../ids';
import { AccountEntity } from '../people/account.entity';
import { Flag, Json, Moment, nullable, Real, Text, TextKey, Uuid, UuidKey, Whole } from '../schema/columns';

export const DECISIONS = ['advance', 'hold', 'decline'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** A question version in a form, with what its full points count in the total. */
export type FormItemRow = { readonly questionVersionId: string; readonly weight: number };

/** The items of a form, by the hash of their versions and weights; in the order of `cohort_entry.outcomes`. */
@Entity('score_form')
export class ScoreFormEntity {
  @TextKey() key!: string;
  @Json() items!: readonly FormItemRow[];
}

/** What the table and the statistics of a cohort read of the score of an attempt that counts. */
@Entity('cohort_entry')
@Check('cohort_entry_bounds', 'share_low >= 0 and share_high >= share_low and share_high <= 1 and effective_items >= 0')
@Index('cohort_entry_assessment_idx', ['assessmentId', 'formKey'])
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'cohort_entry_assessment_fkey',
})
@ForeignKey(() => AssessmentVersionEntity, ['organizationId', 'assessmentVersionId'], ['organizationId', 'id'], {
  name: 'cohort_entry_version_fkey',
})
export class CohortEntryEntity {
  @ForeignKey(() => AttemptEntity)
  @UuidKey()
  attemptId!: AttemptId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @Uuid() assessmentVersionId!: AssessmentVersionId;
  @ForeignKey(() => ScoreFormEntity)
  @Text()
  formKey!: string;
  /** The share of the points that are marked; null if none are. */
  @Real(nullable) share!: number | null;
  /** The share if all that is pending earned nothing, and if it earned everything. */
  @Real() shareLow!: number;
  @Real() shareHigh!: number;
  /** Items of one weight with this error, as `scoreBand` without the group's reliability counts them. */
  @Real() effectiveItems!: number;
  @Flag() isProvisional!: boolean;
  /** JSON of one number per item; `outcomesOf` reads it. A text is sent as it is, where jsonb would be printed anew for each row. */
  @Text() outcomes!: string;
}

/**
 * What a member decided about the candidate of an attempt; the highest number counts. A row that undoes another has the kind of the
 * one before it, null for none.
 */
@Entity('decision')
@Check('decision_number_check', 'number > 0')
@Check('decision_kind_check', "kind in ('advance', 'hold', 'decline')")
@Check('decision_reason_check', 'char_length(reason) between 1 and 2000')
@Check('decision_undo', 'kind is not null or undoes is not null')
@Index('decision_assessment_idx', ['assessmentId', 'attemptId', 'number'])
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'decision_assessment_fkey',
})
export class DecisionEntity {
  @ForeignKey(() => AttemptEntity)
  @UuidKey()
  attemptId!: AttemptId;
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @Text(nullable) kind!: DecisionKind | null;
  @Text() reason!: string;
  @Whole(nullable) undoes!: number | null;
  @ForeignKey(() => AccountEntity)
  @Uuid()
  accountId!: AccountId;
  @Moment() decidedAt!: Date;
}

/** A view of a cohort that a member saved: the query of its address, with filter, order and columns. */
@Entity('cohort_view')
@Check('cohort_view_name_check', 'char_length(name) between 1 and 80')
@Check('cohort_view_query_check', 'char_length(query) <= 2000')
@Unique('cohort_view_name_key', ['assessmentId', 'accountId', 'name'])
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'cohort_view_assessment_fkey',
})
export class CohortViewEntity {
  @UuidKey() id!: CohortViewId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @ForeignKey(() => AccountEntity)
  @Uuid()
  accountId!: AccountId;
  @Text() name!: string;
  @Text() query!: string;
  @Moment() savedAt!: Date;
}
