import { type Answer, kindOf } from '@holdout/bank';
import {
  AttemptRepository,
  type AttemptId,
  type Correction,
  CorrectionRepository,
  Database,
  type ItemCorrectionId,
  type ItemInAttempt,
  type ItemScoreRow,
  ScoreRepository,
} from '@holdout/persistence';
import { policyOf } from '@holdout/assessment';
import { standingScore } from '@holdout/scoring';
import { Injectable } from '@nestjs/common';
import { AttemptScores } from '../attempt/attempt-scores';
import { wholeItem } from '../attempt/item-parts';
import { ScoreBook } from '../attempt/score-book';
import { scoreItem } from '../attempt/score-item';

const BATCH = 200;

/** Scores everyone again who was given a question that was corrected. Idempotent: a score names its correction. */
@Injectable()
export class Rescoring {
  constructor(
    private readonly db: Database,
    private readonly scoreBook: ScoreBook,
    private readonly scores: AttemptScores,
  ) {}

  async run(correctionId: ItemCorrectionId): Promise<void> {
    const correction = await this.db.repo(CorrectionRepository).find(correctionId);
    if (correction === null) throw new Error(`There is no correction ${correctionId}.`);
    let after: AttemptId | null = null;
    do {
      const affected: { readonly attemptId: AttemptId; readonly itemId: string }[] = await this.db
        .repo(CorrectionRepository)
        .listAffected(correction, after, BATCH);
      for (const each of affected) await this.db.transaction((tx) => this.rescore(tx, correction, each));
      after = affected.length === BATCH ? (affected.at(-1)?.attemptId ?? null) : null;
    } while (after !== null);
  }

  private async rescore(
    tx: Database,
    correction: Correction,
    { attemptId, itemId }: { readonly attemptId: string; readonly itemId: string },
  ): Promise<void> {
    await tx.repo(AttemptRepository).getForUpdate(attemptId);
    const found = await tx.repo(AttemptRepository).getItemForIntake(itemId);
    const isKeyed = kindOf(found.item.kind).scoredBy === 'key';
    if (correction.kind !== 'withdrawn' && isKeyed) await this.scoreAgain(tx, correction, found);
    const { id: correctionId, reason } = correction;
    await this.scores.refresh(tx, attemptId, { cause: 'corrected', reason, correctionId });
  }

  private async scoreAgain(tx: Database, { id: correctionId }: Correction, { item, attempt }: ItemInAttempt) {
    const given = await tx.repo(ScoreRepository).list([item.id]);
    if (given.some(({ raw }) => (raw as { correctionId?: unknown }).correctionId === correctionId)) return;
    const [secrets] = await tx.repo(ScoreRepository).listSecrets([item.id]);
    if (secrets === undefined) throw new Error(`Item ${item.id} has no version.`);
    const byKey = scoreItem(wholeItem(item, secrets), item.answer as Answer | null);
    // What the key leaves to a person counts as the person marked it.
    const before = standingOf(given, policyOf(attempt).countedSubmission);
    const { raw, ...points } = byKey.pending > 0 && before !== null ? pointsOf(before) : byKey;
    await this.scoreBook.record(tx, attempt, {
      ...points,
      raw: { ...raw, correctionId },
      itemId: item.id,
      markedBy: 'rescore',
      responseRevision: item.revision,
      state: before?.state ?? 'answered',
    });
  }
}

/** Without what earlier corrections gave. */
function standingOf(given: readonly ItemScoreRow[], counted: 'best' | 'last'): ItemScoreRow | null {
  return standingScore(
    given.filter(({ markedBy }) => markedBy !== 'rescore'),
    counted,
  );
}

const pointsOf = ({ earned, possible, pending, misconceptions, raw }: ItemScoreRow) => ({
  ...{ earned, possible, pending, misconceptions },
  raw: raw as object,
});
