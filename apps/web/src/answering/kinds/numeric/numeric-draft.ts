import type { DraftKind } from '../draft-kind';

export type NumericAnswer = { readonly __typename: 'NumericAnswer'; readonly text: string };
export type NumericDraft = { readonly kind: 'numeric'; readonly text: string };

export const numericDraft: DraftKind<NumericAnswer, NumericDraft> = {
  draftOf: ({ text }) => ({ kind: 'numeric', text }),
  inputOf: ({ text }) => ({ numeric: { text } }),
  isEmpty: ({ text }) => text.trim() === '',
};
