import { JobQueue } from '@holdout/job-queue';
import {
  type AuditId,
  AuditRepository,
  CandidateErasureRepository,
  type CandidateHolder,
  type Clock,
  Database,
  MailRepository,
  newId,
  type OutboxId,
  OutboxRepository,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { retryOnDeadlock } from '../../platform/database/deadlock';

/** Erases a candidate of one organization: answers, code, address and name. Scores stay, as numbers of nobody. */
@Injectable()
export class CandidateErasure {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As `Erasure.erase`: whatever is in flight is either committed before and deleted, or refused. */
  erase(holder: CandidateHolder): Promise<void> {
    return retryOnDeadlock(() => this.db.transaction((tx) => this.eraseIn(tx, holder)));
  }

  private async eraseIn(tx: Database, { candidateId, organizationId }: CandidateHolder): Promise<void> {
    const at = this.clock.now();
    const erasure = tx.repo(CandidateErasureRepository);
    await tx.repo(JobQueue).forget(await erasure.listJobs(candidateId));
    await erasure.close(candidateId, at);
    await tx.repo(SessionRepository).endAllOfCandidate(candidateId, at);
    await tx.repo(JobQueue).forget(await erasure.listJobs(candidateId));
    for (const address of await erasure.listAddresses(candidateId)) {
      await tx.repo(MailRepository).deleteOfOrganization(organizationId, address);
    }
    await erasure.eraseWork(candidateId);
    const act = { organizationId, actorAccountId: null, act: 'candidate.erased', objectId: candidateId, at } as const;
    await tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), ...act });
    const event = { organizationId, event: 'candidate.erased', payload: { candidateId }, createdAt: at };
    await tx.repo(OutboxRepository).insert({ id: newId<OutboxId>(this.clock), ...event });
  }
}
