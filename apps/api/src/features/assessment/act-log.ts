import {
  type AccountId,
  type AssessmentId,
  type AssessmentVersionId,
  type AuditId,
  AuditRepository,
  type Clock,
  type Database,
  newId,
  type OrganizationId,
  type OutboxId,
  OutboxRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';

type Act = {
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  readonly assessmentId: AssessmentId;
  readonly versionId?: AssessmentVersionId;
};

/** Writes who did what to an assessment to the audit trail, and the same event to the outbox, in the transaction of the act. */
@Injectable()
export class ActLog {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async write(tx: Database, act: string, { organizationId, accountId, assessmentId, versionId }: Act): Promise<void> {
    const at = this.clock.now();
    await tx.repo(AuditRepository).insert({
      id: newId<AuditId>(this.clock),
      organizationId,
      actorAccountId: accountId,
      act,
      objectId: assessmentId,
      ...(versionId ? { detail: { versionId } } : {}),
      at,
    });
    await tx.repo(OutboxRepository).insert({
      id: newId<OutboxId>(this.clock),
      organizationId,
      event: act,
      payload: { assessmentId, accountId, ...(versionId ? { versionId } : {}) },
      createdAt: at,
    });
  }
}
