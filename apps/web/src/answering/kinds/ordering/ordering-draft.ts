import type { DraftKind } from '../draft-kind';

export type OrderingAnswer = { readonly __typename: 'OrderingAnswer'; readonly steps: readonly string[] };
export type OrderingDraft = { readonly kind: 'ordering'; readonly steps: readonly string[] };

export const orderingDraft: DraftKind<OrderingAnswer, OrderingDraft> = {
  draftOf: ({ steps }) => ({ kind: 'ordering', steps }),
  inputOf: ({ steps }) => ({ ordering: { steps: [...steps] } }),
  isEmpty: ({ steps }) => steps.length === 0,
};
