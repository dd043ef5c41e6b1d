import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { OrganizationId, QuestionVersionId } from '../ids';
import { findRow, getRow, id, row } from '../rows';
import { BankEntity, QuestionEntity } from './bank.entity';

export type PublishedBankRow = z.infer<typeof PublishedBankRow>;
const PublishedBankRow = row({
  organizationId: id<OrganizationId>().nullable(),
  isPublished: z.boolean(),
  /** Whether a directory of the installation holds it. */
  isLoaded: z.boolean(),
});

export type KnownVersionsRow = z.infer<typeof KnownVersionsRow>;
const KnownVersionsRow = row({
  isKnown: z.boolean(),
  currentId: id<QuestionVersionId>().nullable(),
  /** The version with the content that was asked for. */
  sameId: id<QuestionVersionId>().nullable(),
});

export type OfferedRow = z.infer<typeof OfferedRow>;
const OfferedRow = row({ bankId: z.string(), versionId: id<QuestionVersionId>(), isLoaded: z.boolean() });

export type OwnVersionRow = z.infer<typeof OwnVersionRow>;
const OwnVersionRow = row({
  kind: z.string(),
  languages: z.array(z.string()).readonly(),
  contentHash: z.string(),
});

/** Questions that an organization publishes to its banks one by one. */
export class BankPublicationRepository {
  constructor(private readonly manager: EntityManager) {}

  findBank(bankId: string): Promise<PublishedBankRow | null> {
    return findRow(
      this.manager,
      PublishedBankRow,
      `select organization_id as "organizationId", is_published as "isPublished",
         fingerprint is not null and not is_published as "isLoaded" from bank where id = $1`,
      [bankId],
    );
  }

  /** What is stored of a question: whether it exists, its current version, and the version with this content. */
  findVersions(questionId: string, contentHash: string): Promise<KnownVersionsRow> {
    return getRow(
      this.manager,
      KnownVersionsRow,
      `select q.id is not null as "isKnown", q.current_version_id as "currentId", v.id as "sameId"
       from (select $1::text as id) given left join question q on q.id = given.id
         left join question_version v on v.question_id = given.id and v.content_hash = $2`,
      [questionId, contentHash],
    );
  }

  /** Makes a version current, and leaves the other questions of the bank as they are. `mark` differs at every publication. */
  async makeCurrent(bankId: string, questionId: string, versionId: QuestionVersionId, mark: string): Promise<void> {
    await this.manager.update(QuestionEntity, { id: questionId }, { currentVersionId: versionId });
    await this.manager.update(BankEntity, { id: bankId }, { isPublished: true, fingerprint: mark });
    // They were counted for the version that a directory had, if the bank was ever loaded from one.
    await this.manager.query('delete from fault_count where question_id = $1', [questionId]);
  }

  /** The current version of a question in a bank of the organization, with its bank; null if it has none. */
  findOffered(organizationId: OrganizationId, questionId: string): Promise<OfferedRow | null> {
    return findRow(
      this.manager,
      OfferedRow,
      `select b.id as "bankId", q.current_version_id as "versionId",
         b.fingerprint is not null and not b.is_published as "isLoaded"
       from question q join bank b on b.id = q.bank_id
       where b.organization_id = $1 and q.id = $2 and q.current_version_id is not null`,
      [organizationId, questionId],
    );
  }

  /** Takes a question out of its bank. Its versions stay, for the assessments and attempts that have them. */
  async withdraw(bankId: string, questionId: string, mark: string): Promise<void> {
    await this.manager.update(QuestionEntity, { id: questionId }, { currentVersionId: null });
    await this.manager.update(BankEntity, { id: bankId }, { fingerprint: mark });
    await this.manager.query('delete from fault_count where question_id = $1', [questionId]);
  }

  /** A version of a question in a bank of the organization. */
  findOwnVersion(versionId: QuestionVersionId, organizationId: OrganizationId): Promise<OwnVersionRow | null> {
    return findRow(
      this.manager,
      OwnVersionRow,
      `select v.kind, v.languages, v.content_hash as "contentHash" from question_version v
       join question q on q.id = v.question_id join bank b on b.id = q.bank_id
       where v.id = $1 and b.organization_id = $2`,
      [versionId, organizationId],
    );
  }
}
