import {
  type AssessmentId,
  type AttemptId,
  type Database,
  type DecisionKind,
  DecisionRepository,
  type DecisionRow,
  type NewDecision,
  parseId,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone, type Trace } from '../../access/acts';

export type DecisionToMake = {
  readonly attemptIds: readonly string[];
  readonly kind: DecisionKind;
  readonly reason: string;
};

/** Decisions are made by members, who have an account. */
export type Member = Actor & { readonly accountId: NonNullable<Actor['accountId']> };

const ACTS = {
  advance: 'decision.advance',
  hold: 'decision.hold',
  decline: 'decision.decline',
} as const satisfies Record<DecisionKind, Trace['act']>;

/** What members decide about candidates. Nothing else writes decisions. */
@Injectable()
export class Decisions {
  constructor(private readonly acts: Acts) {}

  /** Decides about ended attempts; returns those whose decision changed. */
  decide(by: Member, assessmentId: AssessmentId, { attemptIds, kind, reason }: DecisionToMake) {
    return this.change(by, { assessmentId, attemptIds, act: ACTS[kind] }, (decisions) => {
      const last = decisions.at(-1);
      return last?.kind === kind && last.reason === reason ? null : { kind, reason, undoes: null };
    });
  }

  /** Takes back those decisions that are still the last ones about their attempts. */
  undo(
    by: Member,
    assessmentId: AssessmentId,
    undone: readonly { readonly attemptId: string; readonly number: number }[],
  ) {
    const numbers = new Map(undone.map(({ attemptId, number }) => [parseId(attemptId) ?? '', number]));
    const attemptIds = undone.map(({ attemptId }) => attemptId);
    return this.change(by, { assessmentId, attemptIds, act: 'decision.undone' }, (decisions) => {
      const last = decisions.at(-1);
      if (last === undefined || last.undoes !== null || last.number !== numbers.get(last.attemptId)) return null;
      const before = decisions.at(-2);
      return { kind: before?.kind ?? null, reason: before?.reason ?? 'Undone', undoes: last.number };
    });
  }

  private change(by: Member, { assessmentId, attemptIds, act }: Change, next: Next): Promise<readonly AttemptId[]> {
    return this.acts.run(by, async (tx, decidedAt) => {
      const known = attemptIds.flatMap((id) => parseId(id) ?? []);
      const ids = await tx.repo(DecisionRepository).lockEnded(assessmentId, known);
      const before = await decisionsOf(tx, ids);
      const made = ids.flatMap((attemptId): NewDecision[] => {
        const decisions = before.get(attemptId) ?? [];
        const decision = next(decisions);
        if (decision === null) return [];
        const number = (decisions.at(-1)?.number ?? 0) + 1;
        const { organizationId, accountId } = by;
        return [{ ...decision, attemptId, number, organizationId, assessmentId, accountId, decidedAt }];
      });
      if (made.length > 0) await tx.repo(DecisionRepository).insertAll(made);
      const changed = made.map(({ attemptId }) => attemptId);
      const [first, ...others] = changed.map((objectId): Trace => ({ act, objectId, detail: { assessmentId } }));
      return first === undefined ? nothingDone(changed) : done(changed, first, ...others);
    });
  }
}

type Change = {
  readonly assessmentId: AssessmentId;
  readonly attemptIds: readonly string[];
  readonly act: Trace['act'];
};
/** The next decision after those before, oldest first; null to leave the attempt as it is. */
type Next = (before: readonly DecisionRow[]) => Pick<DecisionRow, 'kind' | 'reason' | 'undoes'> | null;

async function decisionsOf(tx: Database, ids: readonly AttemptId[]): Promise<ReadonlyMap<AttemptId, DecisionRow[]>> {
  return Map.groupBy(await tx.repo(DecisionRepository).list(ids), ({ attemptId }) => attemptId);
}
