import type { AuditAct } from '@holdout/assessment';
import {
  type AccountId,
  type AuditDetail,
  type AuditId,
  AuditRepository,
  type Clock,
  Database,
  newId,
  type OrganizationId,
  type OutboxId,
  OutboxRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../platform/app-options';

/** In which organization, and by whom; `accountId` is null for the command line and for background jobs. */
export type Actor = { readonly organizationId: OrganizationId; readonly accountId: AccountId | null };

/** What an act leaves behind: ids, numbers and words of the product, no personal data. */
export type Trace = {
  /** A noun and what was done to it, as `member.removed`. */
  readonly act: AuditAct;
  readonly objectId: string;
  readonly detail?: AuditDetail;
};

/** The result of the work with its traces; only an act that changed nothing has none. */
export type Acted<T> = { readonly result: T; readonly traces: readonly Trace[] };

export const done = <T>(result: T, ...traces: readonly [Trace, ...Trace[]]): Acted<T> => ({ result, traces });
export const nothingDone = <T>(result: T): Acted<T> => ({ result, traces: [] });

/** Writes the audit entry and the outbox event of each trace. */
export async function leaveTraces(
  tx: Database,
  clock: Clock,
  { organizationId, accountId }: Actor,
  traces: readonly Trace[],
): Promise<void> {
  if (traces.length === 0) return;
  const at = clock.now();
  const what = { organizationId, actorAccountId: accountId, at };
  await tx.repo(AuditRepository).insertAll(traces.map((trace) => ({ id: newId<AuditId>(clock), ...what, ...trace })));
  await tx.repo(OutboxRepository).insertAll(
    traces.map(({ act, objectId, detail = {} }) => ({
      id: newId<OutboxId>(clock),
      ...{ organizationId, event: act, createdAt: at },
      payload: { objectId, actorId: accountId, ...detail },
    })),
  );
}

/**
 * Acts of organizations. The work returns what it leaves in the audit and the outbox beside its result, so that an act
 * without a trace does not compile; all is one transaction.
 */
@Injectable()
export class Acts {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run<T>(actor: Actor, work: (tx: Database, now: Date) => Promise<Acted<T>>): Promise<T> {
    return this.db.transaction(async (tx) => {
      const { result, traces } = await work(tx, this.clock.now());
      await leaveTraces(tx, this.clock, actor, traces);
      return result;
    });
  }
}
