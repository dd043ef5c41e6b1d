import { type Answer, type NumericBundle, parseNumber } from '@holdout/bank';
import type { KindView } from '../kind-view';

/** Parses text as a number; null if it is not a number. */
export function readAs(text: string, unit: string): number | null {
  const parsed = parseNumber(text, unit);
  return parsed.ok ? parsed.value : null;
}

type Tolerance = { readonly value: number; readonly absTol?: number; readonly relTol?: number };

/** The correct value and the range of accepted answers. */
export function rangeOf({ value, absTol = 0, relTol = 0 }: Tolerance) {
  const edge = Math.max(absTol, relTol * Math.abs(value));
  return { value, low: value - edge, high: value + edge };
}

export const numericView: KindView<NumericBundle, Extract<Answer, { kind: 'numeric' }>> = {
  contentOf: ({ candidate: { unit, writeAs } }, { text }) => ({
    __typename: 'NumericContent',
    ...text,
    unit,
    writeAs,
  }),
  storedOf: ({ numeric }) => (numeric ? { stored: { format: 1, kind: 'numeric', text: numeric.text } } : null),
  answerView: ({ candidate }, { text }) => ({
    __typename: 'NumericAnswer',
    text,
    readAs: readAs(text, candidate.unit),
  }),
  feedbackOf({ candidate, variant }, { score, sentence }) {
    if (variant === null) throw new Error('A numeric item has a variant.');
    const misconception = sentence(score?.misconceptions[0]);
    return { __typename: 'NumericFeedback', ...rangeOf(variant.answer), unit: candidate.unit, misconception };
  },
};
