import { JobQueue } from '@holdout/job-queue';
import {
  type AccountId,
  CandidateErasureRepository,
  type CandidateHolder,
  type Clock,
  Database,
  MailRepository,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { leaveTraces } from '../../access/acts';
import { CLOCK } from '../../platform/app-options';
import { retryOnDeadlock } from '../../platform/database/deadlock';

type Person = Pick<CandidateHolder, 'candidateId' | 'organizationId'>;
/** Who erases: the candidate, a member, or the time for which the organization keeps its data. */
type By = {
  readonly act: 'candidate.erased' | 'candidate.deleted' | 'candidate.expired';
  readonly accountId: AccountId | null;
};
const BY_CANDIDATE: By = { act: 'candidate.erased', accountId: null };

/** Erases a candidate of one organization: answers, code, address and name. Scores stay, as numbers of nobody. */
@Injectable()
export class CandidateErasure {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As `Erasure.erase`: whatever is in flight is either committed before and deleted, or refused. */
  erase(person: Person, by: By = BY_CANDIDATE): Promise<void> {
    return retryOnDeadlock(() => this.db.transaction((tx) => this.eraseIn(tx, person, by)));
  }

  private async eraseIn(tx: Database, { candidateId, organizationId }: Person, { act, accountId }: By): Promise<void> {
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
    await leaveTraces(tx, this.clock, { organizationId, accountId }, [{ act, objectId: candidateId }]);
  }
}
