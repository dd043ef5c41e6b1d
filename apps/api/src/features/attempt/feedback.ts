import { fillTemplate } from '@holdout/bank';
import type { ItemRow, ItemScoreRow } from '@holdout/persistence';
import type { FeedbackDetail, ItemFeedback } from '../../generated/resolvers';
import { setFormulas } from './formulas';
import type { WholeItem } from './item-parts';

type Sentences = ReadonlyMap<string, string>;

/** Says whether an item's key and explanation may be shown: it takes no answers any more, or its code has full marks. */
export function mayShowFeedback(item: Pick<ItemRow, 'kind' | 'fixedAt'>, best: ItemScoreRow | undefined): boolean {
  if (item.fixedAt !== null) return true;
  const isCode = item.kind === 'code' || item.kind === 'model';
  return isCode && best !== undefined && best.earned >= best.possible;
}

/** Everything there is to learn from an item once it may be shown. */
export function feedbackOf(
  item: ItemRow,
  whole: WholeItem,
  best: ItemScoreRow | undefined,
  sentences: Sentences,
): ItemFeedback {
  const values = whole.kind === 'numeric' ? explainedValues(item, whole.variant) : {};
  return {
    earned: best?.earned ?? 0,
    possible: best?.possible ?? 1,
    explanation: setFormulas(fillTemplate(whole.secret.explanation, values)),
    detail: detailOf(item, whole, best, sentences),
  };
}

/** Every misconception that the feedback of these items may name. */
export function misconceptionsOf(whole: WholeItem, best: ItemScoreRow | undefined): readonly string[] {
  const ofOptions = whole.kind === 'choice' ? whole.secret.options.flatMap((option) => option.misconception ?? []) : [];
  return [...ofOptions, ...(best?.misconceptions ?? [])];
}

type Whole<K extends WholeItem['kind']> = Extract<WholeItem, { kind: K }>;

function detailOf(
  item: ItemRow,
  whole: WholeItem,
  best: ItemScoreRow | undefined,
  sentences: Sentences,
): FeedbackDetail | null {
  switch (whole.kind) {
    case 'choice':
      return choiceFeedback(item, whole, sentences);
    case 'numeric':
      return numericFeedback(whole, sentences.get(best?.misconceptions[0] ?? '') ?? null);
    case 'code':
    case 'model':
      return null;
  }
}

function choiceFeedback(item: ItemRow, { secret }: Whole<'choice'>, sentences: Sentences): FeedbackDetail {
  const order = item.optionOrder ?? secret.options.map((option) => option.id);
  const options = order.flatMap((id) => secret.options.find((option) => option.id === id) ?? []);
  return {
    __typename: 'ChoiceFeedback',
    options: options.map(({ id, key, why, misconception }) => ({
      id,
      isKey: key,
      why: setFormulas(why),
      misconception: sentences.get(misconception ?? '') ?? null,
    })),
  };
}

function numericFeedback({ candidate, variant }: Whole<'numeric'>, misconception: string | null): FeedbackDetail {
  const { value, absTol = 0, relTol = 0 } = variant.answer;
  const edge = Math.max(absTol, relTol * Math.abs(value));
  const range = { value, low: value - edge, high: value + edge };
  return { __typename: 'NumericFeedback', ...range, unit: candidate.unit, misconception };
}

function explainedValues(
  item: ItemRow,
  variant: Extract<WholeItem, { kind: 'numeric' }>['variant'],
): Readonly<Record<string, string | number>> {
  // An author who wants it rounded names an `answer` of their own.
  return { answer: variant.answer.value, ...item.shown, ...variant.explained };
}
