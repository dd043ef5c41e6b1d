import type { Answer } from '@holdout/bank';
import { type AttemptRow, type Database, type ItemRow, type MarkToSettle, ScoreRepository } from '@holdout/persistence';
import { type Levels, type RubricCriterion, type Score, scoreRubric } from '@holdout/scoring';
import { AttemptRepository } from '@holdout/persistence';
import { wholeItem } from '../attempt/item-parts';
import { scoreItem } from '../attempt/score-item';
import { criteriaOf, rubricVersions } from './rubric-of';

/** An answer of an ended attempt that people mark, with its marks in the round that counts. */
export type MarkedAnswer = {
  readonly item: ItemRow;
  readonly task: Pick<MarkToSettle, 'queueId' | 'round' | 'rubricVersionId' | 'assessmentId'>;
  readonly first: Levels | null;
  /** Undefined if no second mark is asked for. */
  readonly second: Levels | null | undefined;
  readonly disagreementId: MarkToSettle['disagreementId'];
  readonly resolved: Levels | null;
  /** What the key decides of it, and by which criteria people decide the rest. */
  readonly byKey: ReturnType<typeof scoreItem>;
  readonly criteria: readonly RubricCriterion[];
  /** The points of the rubric that the candidate was asked with. */
  readonly ownRubricPoints: number;
};

/** The marked answers of an attempt, in its order. */
export async function markedAnswers(tx: Database, attempt: AttemptRow, marks: readonly MarkToSettle[]) {
  const byItem = Map.groupBy(marks, ({ itemId }) => itemId as string);
  const items = (await tx.repo(AttemptRepository).listItems([attempt.id])).filter(({ id }) => byItem.has(id));
  const secrets = new Map(
    (await tx.repo(ScoreRepository).listSecrets([...byItem.keys()])).map((row) => [row.itemId, row]),
  );
  const versionOf = await rubricVersions(
    tx,
    marks.map(({ rubricVersionId }) => rubricVersionId),
  );
  return items.flatMap((item): MarkedAnswer[] => {
    const [first, second] = byItem.get(item.id) ?? [];
    const secret = secrets.get(item.id);
    if (first === undefined || secret === undefined) throw new Error(`Item ${item.id} has no mark to settle.`);
    const whole = wholeItem(item, secret);
    const own = criteriaOf({ kind: item.kind, secretPart: secret.secretPart });
    return [
      {
        item,
        task: first,
        first: first.levels,
        second: second?.levels,
        disagreementId: first.disagreementId,
        resolved: first.resolved,
        byKey: scoreItem(whole, item.answer as Answer | null),
        criteria: criteriaOf(versionOf(first.rubricVersionId)),
        ownRubricPoints: scoreRubric(own, {}).possible,
      },
    ];
  });
}

/** What an answer earns with these levels: by its key, and by the rubric that counts now. */
export function pointsWith({ byKey, criteria, ownRubricPoints }: MarkedAnswer, levels: Levels): Score {
  const marked = scoreRubric(criteria, levels);
  return {
    earned: byKey.earned + marked.earned,
    possible: byKey.possible - ownRubricPoints + marked.possible,
  };
}
