import type { Answer, QuestionBundle, ShownItem, WholeItem } from '@holdout/bank';
import type { MaterializedData } from '@holdout/grading';
import type { ItemRow, ItemScoreRow } from '@holdout/persistence';
import type {
  Answer as AnswerView,
  AnswerInput,
  FeedbackDetail,
  InvalidAnswerReason,
  ItemContent,
} from '../../../generated/resolvers';

/** What every content begins with, ready to be shown, and what some kinds need besides the item. */
export type Shared = {
  readonly text: { readonly statement: string; readonly hints: string[] };
  /** Code and model; null while the public cases are being made. */
  readonly publicData: MaterializedData | null;
};

/** What an answer is added to. */
export type SoFar = Pick<ItemRow, 'revealed'> & { readonly saved: Answer | null };

/** An answer as it is kept, or why it cannot be. */
export type Stored = { readonly stored: object } | { readonly refused: InvalidAnswerReason };

/** What was answered and what came of it. */
export type Given<A extends Answer> = {
  readonly answer: A | null;
  readonly score: ItemScoreRow | null;
  /** The sentence of a misconception; null where none is named. */
  readonly sentence: (misconception: string | null | undefined) => string | null;
};

/**
 * How a kind of question looks in GraphQL; what it means is in `@holdout/bank`. A new kind is a folder beside this file
 * with its `.graphql`, and a line in `registry.ts`.
 */
export interface KindView<B extends QuestionBundle = QuestionBundle, A extends Answer = Answer> {
  contentOf(item: ShownItem<B>, shared: Shared): ItemContent;
  /** Null when the input holds no answer of this kind. */
  storedOf(input: AnswerInput, soFar: SoFar): Stored | null;
  answerView(item: ShownItem<B>, answer: A): AnswerView;
  /** Null where the explanation says all. */
  feedbackOf(item: WholeItem<B>, given: Given<A>): FeedbackDetail | null;
}
