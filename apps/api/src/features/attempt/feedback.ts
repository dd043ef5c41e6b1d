import { type Answer, fillTemplate, kindOf } from '@holdout/bank';
import type { ItemRow, ItemScoreRow } from '@holdout/persistence';
import type { FeedbackDetail, MarkedBy } from '../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import type { WholePart } from './item-parts';
import { viewOf } from './kinds/registry';

/** The sentence of a misconception, by its id in the bank of the question. */
export type Sentences = (misconception: string) => string | null;

/** Everything there is to learn from an item once it may be shown. */
export type FeedbackView = {
  readonly versionId: string;
  readonly earned: number;
  readonly possible: number;
  readonly pending: number;
  readonly markedBy: MarkedBy | null;
  readonly explanation: string;
  readonly detail: FeedbackDetail | null;
};

/** Says whether an item's key and explanation may be shown: it takes no answers any more, or its code has full marks. */
export function mayShowFeedback(item: Pick<ItemRow, 'kind' | 'fixedAt'>, best: ItemScoreRow | undefined): boolean {
  if (item.fixedAt !== null) return true;
  const isBySubmission = kindOf(item.kind).scoredBy === 'submission';
  return isBySubmission && best !== undefined && best.earned >= best.possible;
}

export function feedbackOf(
  item: ItemRow,
  whole: WholePart,
  score: ItemScoreRow | undefined,
  sentenceOf: Sentences,
): FeedbackView {
  const given = {
    answer: item.answer as Answer | null,
    score,
    sentence: (misconception: string | null | undefined) => (misconception ? sentenceOf(misconception) : null),
  };
  return {
    versionId: item.versionId,
    earned: score?.earned ?? 0,
    possible: score?.possible ?? 1,
    pending: score?.pending ?? 0,
    markedBy: markedBy(score),
    explanation: setFormulas(fillTemplate(whole.secret.explanation, explainedValues(item, whole))),
    detail: viewOf(whole.kind).feedbackOf(whole, given),
  };
}

/** Every misconception that the feedback of these items may name. */
export function misconceptionsOf(whole: WholePart, score: ItemScoreRow | undefined): readonly string[] {
  return [...kindOf(whole.kind).misconceptionsOf(whole.secret), ...(score?.misconceptions ?? [])];
}

function markedBy(score: ItemScoreRow | undefined): MarkedBy | null {
  if (score === undefined || score.pending > 0) return null;
  return score.markedBy === 'self' ? 'SELF' : 'KEY';
}

function explainedValues(item: ItemRow, { variant }: WholePart): Readonly<Record<string, string | number>> {
  // An author who wants it rounded names an `answer` of their own.
  return variant === null ? {} : { answer: variant.answer.value, ...item.shown, ...variant.explained };
}
