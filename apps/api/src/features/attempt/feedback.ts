import type { ItemFacts } from '@holdout/assessment';
import { type Answer, fillTemplate, kindOf } from '@holdout/bank';
import type { ItemRow, ItemScoreRow } from '@holdout/persistence';
import type { FeedbackDetail, MarkedBy } from '../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import type { WholePart } from './item-parts';
import { viewOf } from './kinds/registry';

/** Looks up the sentence of a misconception by its id in the question's bank. */
export type Sentences = (misconception: string) => string | null;

/** The complete feedback of an item, for when it may be shown. */
export type FeedbackView = {
  readonly versionId: string;
  readonly earned: number;
  readonly possible: number;
  readonly pending: number;
  readonly markedBy: MarkedBy | null;
  readonly explanation: string;
  readonly detail: FeedbackDetail | null;
};

/** The facts about an item that the attempt's policy needs. */
export function itemFactsOf(
  { kind, fixedAt }: Pick<ItemRow, 'kind' | 'fixedAt'>,
  score: Pick<ItemScoreRow, 'earned' | 'possible'> | null,
): ItemFacts {
  const isScoredBySubmission = kindOf(kind).scoredBy === 'submission';
  return { fixedAt, isScoredBySubmission, hasFullMarks: score !== null && score.earned >= score.possible };
}

export function feedbackOf(
  item: ItemRow,
  whole: WholePart,
  score: ItemScoreRow | null,
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
    pending: score?.pending ?? pendingWithoutScore(item),
    markedBy: markedBy(score),
    explanation: setFormulas(fillTemplate(whole.secret.explanation, explainedValues(item, whole))),
    detail: viewOf(whole.kind).feedbackOf(whole, given),
  };
}

/** All misconceptions that the feedback of an item can name. */
export function misconceptionsOf(whole: WholePart, score: ItemScoreRow | null): readonly string[] {
  return [...kindOf(whole.kind).misconceptionsOf(whole.secret), ...(score?.misconceptions ?? [])];
}

const MARKERS: Readonly<Record<ItemScoreRow['markedBy'], MarkedBy>> = {
  key: 'KEY',
  rescore: 'KEY',
  self: 'SELF',
  reviewer: 'REVIEWER',
};

function markedBy(score: ItemScoreRow | null): MarkedBy | null {
  return score === null || score.pending > 0 ? null : MARKERS[score.markedBy];
}

/** Code of an ended attempt without a score is still being graded, or we failed to grade it: its point is not lost. */
const pendingWithoutScore = ({ fixedBy }: ItemRow): number => (fixedBy === 'ended' ? 1 : 0);

function explainedValues(item: ItemRow, { variant }: WholePart): Readonly<Record<string, string | number>> {
  // An author who wants a rounded value defines their own `answer`.
  return variant === null ? {} : { answer: variant.answer.value, ...item.shown, ...variant.explained };
}
