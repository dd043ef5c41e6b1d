import type { DraftKind } from '../draft-kind';

export type ChoiceAnswer = { readonly __typename: 'ChoiceAnswer'; readonly picked: readonly string[] };
export type ChoiceDraft = { readonly kind: 'choice'; readonly picked: readonly string[] };

export const choiceDraft: DraftKind<ChoiceAnswer, ChoiceDraft> = {
  draftOf: ({ picked }) => ({ kind: 'choice', picked }),
  inputOf: ({ picked }) => ({ choice: { picked: [...picked] } }),
  isEmpty: ({ picked }) => picked.length === 0,
};
