import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Json, Moment, nullable, Small, Text, TextKey, Texts, Uuid, UuidKey, Whole, Words } from '../schema/columns';
import type { JobId, OrganizationId, QuestionVersionId, VariantId } from '../ids';
import { OrganizationEntity } from '../people/organization-itself.entity';

@Entity('skill')
export class SkillEntity {
  @TextKey() id!: string;
  @Text() name!: string;
  @Text() domainId!: string;
  @Text() domainName!: string;
  @Whole() position!: number;
}

@Entity('skill_alias')
export class SkillAliasEntity {
  @TextKey() alias!: string;
  @ForeignKey(() => SkillEntity)
  @Text()
  skillId!: string;
}

@Entity('misconception')
export class MisconceptionEntity {
  @TextKey() id!: string;
  @Text() sentence!: string;
}

@Entity('bank')
@Check('bank_use_check', "use in ('practice', 'assessment', 'both')")
export class BankEntity {
  @TextKey() id!: string;
  @ForeignKey(() => OrganizationEntity)
  @Uuid(nullable)
  organizationId!: OrganizationId | null;
  @Text() name!: string;
  @Text() use!: 'practice' | 'assessment' | 'both';
  @Text() licence!: string;
  /** Of everything that the last load read; null until one has ended. */
  @Text(nullable) fingerprint!: string | null;
  /** What the last load left out or found to mend. */
  @Json({ default: [] }) issues!: unknown;
}

@Entity('question')
@Unique('question_slug_key', ['bankId', 'slug'])
@Index('question_slug_idx', ['slug'])
export class QuestionEntity {
  @TextKey() id!: string;
  @ForeignKey(() => BankEntity)
  @Text()
  bankId!: string;
  @Text() slug!: string;
  @ForeignKey(() => QuestionVersionEntity, { name: 'question_current_version_fkey' })
  @Uuid(nullable)
  currentVersionId!: QuestionVersionId | null;
}

/** Small faults planted in a question's reference, as its bank's check counted them for the current version. */
@Entity('fault_count')
@Check('fault_count_planted_check', 'planted >= 0')
@Check('fault_count_caught_check', 'caught >= 0')
@Check('fault_count_waived_check', 'waived >= 0')
@Check('fault_count_within_check', 'caught + waived <= planted')
export class FaultCountEntity {
  @ForeignKey(() => QuestionEntity)
  @TextKey()
  questionId!: string;
  @TextKey() language!: string;
  @Whole() planted!: number;
  @Whole() caught!: number;
  @Whole() waived!: number;
}

@Entity('question_version')
@Unique('question_version_hash_key', ['questionId', 'contentHash'])
@Check(
  'question_version_kind_check',
  "kind in ('choice', 'numeric', 'plot', 'ordering', 'reading', 'text', 'scenario', 'design', 'code', 'model')",
)
@Check('question_version_level_check', 'level between 1 and 5')
@Check('question_version_minutes_check', 'minutes > 0')
@Index('question_version_search_idx', { synchronize: false })
export class QuestionVersionEntity {
  @UuidKey() id!: QuestionVersionId;
  @ForeignKey(() => QuestionEntity)
  @Text()
  questionId!: string;
  @Text() contentHash!: string;
  @Text() kind!: string;
  @Text() title!: string;
  @Small() level!: number;
  @Small() minutes!: number;
  @Text() licence!: string;
  @Texts() sources!: string[];
  @Texts() languages!: string[];
  /** What a candidate may see. */
  @Json() candidatePart!: unknown;
  /** Keys, solutions, generators and explanations: never selected for a candidate before the answer. */
  @Json() secretPart!: unknown;
  /** The words of what a candidate may see, without positions. */
  @Words() searchWords!: string;
  @Moment() loadedAt!: Date;
}

@Entity('question_version_skill')
@Index('question_version_skill_skill_idx', ['skillId'])
export class QuestionVersionSkillEntity {
  @ForeignKey(() => QuestionVersionEntity)
  @PrimaryColumn({ type: 'uuid' })
  questionVersionId!: QuestionVersionId;
  @ForeignKey(() => SkillEntity)
  @PrimaryColumn({ type: 'text' })
  skillId!: string;
  @Small() position!: number;
}

@Entity('variant')
@Unique('variant_ordinal_key', ['questionVersionId', 'ordinal'])
@Check('variant_ordinal_check', 'ordinal >= 0')
export class VariantEntity {
  @UuidKey() id!: VariantId;
  @ForeignKey(() => QuestionVersionEntity)
  @Uuid()
  questionVersionId!: QuestionVersionId;
  @Whole() ordinal!: number;
  @Json() shown!: unknown;
  @Json() secret!: unknown;
}

@Entity('preparation')
export class PreparationEntity {
  @ForeignKey(() => QuestionVersionEntity)
  @PrimaryColumn({ type: 'uuid' })
  questionVersionId!: QuestionVersionId;
  @TextKey() scope!: string;
  @Uuid() jobId!: JobId;
  @Moment() startedAt!: Date;
  @Moment(nullable) doneAt!: Date | null;
  @Text(nullable) failure!: string | null;
}
