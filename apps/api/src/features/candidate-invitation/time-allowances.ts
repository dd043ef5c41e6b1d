import {
  type Allowance,
  type CandidateId,
  CandidateRepository,
  type CandidateRow,
  type Clock,
  type Database,
  TimeRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done } from '../../access/acts';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { TimeGiving } from '../attempt/time/time-giving';

/** The accommodations of a person, which hold for the attempts that the person is in the middle of and for later ones. */
@Injectable()
export class TimeAllowances {
  constructor(
    private readonly acts: Acts,
    private readonly giving: TimeGiving,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  set(by: Actor, candidateId: CandidateId, allowance: Allowance): Promise<CandidateRow> {
    return this.acts.run(by, async (tx) => {
      const candidates = tx.repo(CandidateRepository);
      if (!(await candidates.setAllowance(by.organizationId, candidateId, allowance))) throw notFound();
      await this.apply(tx, by, candidateId, allowance);
      const candidate = await candidates.find(by.organizationId, candidateId);
      if (candidate === null) throw notFound();
      return done(candidate, { act: 'candidate.allowance_set', objectId: candidateId });
    });
  }

  private async apply(tx: Database, by: Actor, candidateId: CandidateId, { extraTime, breakSeconds }: Allowance) {
    const at = this.clock.now();
    const open = await tx.repo(TimeRepository).listOpenOfPerson(candidateId, at);
    const made = { reason: 'allowance', actorAccountId: by.accountId, at };
    const gifts = open.flatMap((attemptId) => [
      { ...made, attemptId, entry: { kind: 'extraTime', share: extraTime } as const },
      { ...made, attemptId, entry: { kind: 'break', seconds: breakSeconds } as const },
    ]);
    await this.giving.give(tx, gifts);
  }
}
