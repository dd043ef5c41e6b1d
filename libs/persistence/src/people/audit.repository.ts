import type { EntityManager } from 'typeorm';
import type { AccountId, AuditId, OrganizationId } from '../ids';
import { AuditEntity } from '../installation/installation.entity';

/** Who did what to which object: ids only, no personal data. Written in the transaction of the act. */
export type AuditEntry = {
  readonly id: AuditId;
  readonly organizationId: OrganizationId | null;
  readonly actorAccountId: AccountId | null;
  readonly act: string;
  readonly objectId: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly at: Date;
};

/** The audit trail, insert-only. */
export class AuditRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert({ detail = {}, ...entry }: AuditEntry): Promise<void> {
    await this.manager.insert(AuditEntity, { ...entry, detail });
  }
}
