import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  Flag,
  isOneOf,
  Json,
  Moment,
  nullable,
  Small,
  Text,
  TextKey,
  Texts,
  Uuid,
  UuidKey,
  Whole,
  Words,
} from '../schema/columns';
import type { OrganizationId, QuestionVersionId, VariantId } from '../ids';
import { OrganizationEntity } from '../people/organization.entity';

const BANK_USES = ['practice', 'assessment', 'both', 'trial'] as const;

@Entity('bank')
@Check('bank_use_check', isOneOf('use', BANK_USES))
export class BankEntity {
  @TextKey() id!: string;
  @ForeignKey(() => OrganizationEntity)
  @Uuid(nullable)
  organizationId!: OrganizationId | null;
  @Text() name!: string;
  @Text() use!: (typeof BANK_USES)[number];
  @Text() licence!: string;
  /** Whether its organization publishes its questions one by one over the API; else it is loaded from a disk as a whole. */
  @Flag({ default: false })
  isPublished!: boolean;
  /** Hash of all files that the last load read, or a mark of the last publication; null until one has completed. */
  @Text(nullable) fingerprint!: string | null;
  /** What the last load left out or reported for correction. */
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
  @Text(nullable) subtitle!: string | null;
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
