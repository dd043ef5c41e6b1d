import type { DraftKind } from '../draft-kind';

export type TextAnswer = { readonly __typename: 'TextAnswer'; readonly text: string };
export type TextDraft = { readonly kind: 'text'; readonly text: string };

export const textDraft: DraftKind<TextAnswer, TextDraft> = {
  draftOf: ({ text }) => ({ kind: 'text', text }),
  inputOf: ({ text }) => ({ text: { text } }),
  isEmpty: ({ text }) => text.trim() === '',
};
