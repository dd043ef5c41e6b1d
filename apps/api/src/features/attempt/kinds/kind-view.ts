import type { Answer, QuestionBundle, ShownItem, WholeItem } from '@holdout/bank';
import type { Policy } from '@holdout/assessment';
import type { MaterializedData } from '@holdout/grading';
import type { ItemRow, ItemScoreRow } from '@holdout/persistence';
import type {
  Answer as AnswerView,
  AnswerInput,
  FeedbackDetail,
  InvalidAnswerReason,
  ItemContent,
} from '../../../generated/resolvers';

/** Formatted text that all kinds of content share, and data that some kinds need in addition to the item. */
export type Shared = {
  readonly text: { readonly statement: string; readonly hints: string[] };
  /** Code and model only; null until the public cases have been generated. */
  readonly publicData: MaterializedData | null;
  readonly policy: Pick<Policy, 'showsGroups' | 'languagesOf'>;
};

/** State of the item before the new answer: revealed parts and the saved answer. */
export type SoFar = Pick<ItemRow, 'revealed'> & { readonly saved: Answer | null };

/** An answer in stored form, or the reason for rejecting it. */
export type Stored = { readonly stored: object } | { readonly refused: InvalidAnswerReason };

/** The answer and its score. */
export type Given<A extends Answer> = {
  readonly answer: A | null;
  readonly score: ItemScoreRow | null;
  /** The sentence of a misconception; null without an id. */
  readonly sentence: (misconception: string | null | undefined) => string | null;
};

/**
 * Maps a question kind to GraphQL; its rules are in `@holdout/bank`. To add a kind, add a folder here with its
 * `.graphql` file and a line in `registry.ts`.
 */
export interface KindView<B extends QuestionBundle = QuestionBundle, A extends Answer = Answer> {
  contentOf(item: ShownItem<B>, shared: Shared): ItemContent;
  /** Null if the input holds no answer of this kind. */
  storedOf(input: AnswerInput, soFar: SoFar): Stored | null;
  answerView(item: ShownItem<B>, answer: A): AnswerView;
  /** Null if the kind has no feedback apart from the explanation. */
  feedbackOf(item: WholeItem<B>, given: Given<A>): FeedbackDetail | null;
}
