import { JobQueue } from '@holdout/job-queue';
import {
  AccountIdentityRepository,
  AccountRepository,
  type Clock,
  Database,
  ErasureRepository,
  MailRepository,
  MemberRepository,
  SecondFactorRepository,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Subject } from '../../access/context';
import { CLOCK } from '../../platform/app-options';
import { retryOnDeadlock } from '../../platform/database/deadlock';

/** Erases a person: their answers and code, sessions and profile. */
@Injectable()
export class Erasure {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One transaction, which ends sessions and closes items before it deletes anything: a save, submission or report in flight is
   * either committed before and deleted, or waits and is then refused.
   */
  erase(subject: Subject): Promise<void> {
    return retryOnDeadlock(() => this.db.transaction((tx) => this.eraseIn(tx, subject)));
  }

  private async eraseIn(tx: Database, subject: Subject): Promise<void> {
    const now = this.clock.now();
    const erasure = tx.repo(ErasureRepository);
    await erasure.mark(subject, now);
    await endSessions(tx, subject, now);
    // The intake locks a report before its attempt, so the jobs come first; then those of an attempt that just ended.
    await tx.repo(JobQueue).forget(await erasure.listJobs(subject));
    await erasure.close(subject, now);
    await tx.repo(JobQueue).forget(await erasure.listJobs(subject));
    await erasure.eraseWork(subject);
    if (subject.kind === 'guest') return;
    await tx.repo(MailRepository).deleteOfAccount(subject.accountId);
    await tx.repo(MemberRepository).deleteAllOf(subject.accountId);
    await tx.repo(SecondFactorRepository).eraseAll(subject.accountId);
    await tx.repo(AccountIdentityRepository).eraseAll(subject.accountId);
    await tx.repo(AccountRepository).eraseProfile(subject.accountId);
  }
}

function endSessions(tx: Database, subject: Subject, now: Date): Promise<void> {
  const sessions = tx.repo(SessionRepository);
  return subject.kind === 'guest'
    ? sessions.endAllOfGuest(subject.guestId, now)
    : sessions.endAllOfAccount(subject.accountId, now);
}
