import {
  type AssessmentId,
  type Clock,
  type Correction,
  type CorrectionKind,
  CorrectionRepository,
  Database,
  type ItemCorrectionId,
  newId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done } from '../../access/acts';
import type { InputIssue, ItemKeyInput } from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { QueuedTask } from '../../platform/jobs/queued-task';
import { textIssues } from '../live/message-text';
import { type Correctable, keyOf } from './item-key';

/** Everyone who was given the question is scored again by it. */
export const RESCORE = new QueuedTask<{ readonly correctionId: ItemCorrectionId }>('rescoreCorrected', 13);

export type ToCorrect = {
  readonly assessmentId: AssessmentId;
  readonly questionVersionId: string;
  readonly kind: CorrectionKind;
  readonly key: ItemKeyInput | null;
  /** Tidy. */
  readonly reason: string;
};

/** Organizations correct questions of their assessments that turned out to be faulty. */
@Injectable()
export class Corrections {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(assessmentId: AssessmentId): Promise<Correction[]> {
    return this.db.repo(CorrectionRepository).list(assessmentId);
  }

  async correct(by: Actor, wanted: ToCorrect): Promise<Correction | readonly InputIssue[]> {
    const { assessmentId, questionVersionId, kind, reason } = wanted;
    const question = await this.db.repo(CorrectionRepository).findQuestion(assessmentId, questionVersionId);
    if (question === null) return [{ field: 'questionVersionId', code: 'UNKNOWN', limit: null }];
    const read = readKey(question, wanted);
    const issues = [...textIssues(reason, { field: 'reason', mayBeEmpty: false }), ...read.issues];
    if (issues.length > 0) return issues;
    const id = newId<ItemCorrectionId>(this.clock);
    return this.acts.run(by, async (tx, madeAt) => {
      const corrections = tx.repo(CorrectionRepository);
      await corrections.holdOpen(assessmentId);
      await corrections.insert({ ...by, id, assessmentId, questionVersionId, kind, key: read.key, reason, madeAt });
      await RESCORE.add(tx, { correctionId: id }, { isUrgent: true });
      const correction = await corrections.find(id);
      if (correction === null) throw new Error('A correction was not written.');
      return done(correction, { act: 'item.corrected', objectId: assessmentId, detail: { kind, questionVersionId } });
    });
  }
}

function readKey(question: Correctable, { kind, key }: ToCorrect) {
  if (kind !== 'rekeyed') return { key: null, issues: [] };
  const read = key === null ? null : keyOf(question, key);
  const issue: InputIssue = { field: 'key', code: key === null ? 'MISSING' : 'MALFORMED', limit: null };
  return { key: read, issues: read === null ? [issue] : [] };
}
