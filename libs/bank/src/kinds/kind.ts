import type { z } from 'zod';
import type { BankIssue, BundleOf, NumericVariant, Planted } from '../bundle';
import type { ReadFile } from '../question-folder';
import type { QuestionKind } from '../question-kinds';
import type { QuestionText } from '../read-question-text';
import type { Rng } from '../rng';

type Bundle = BundleOf<QuestionKind, object, object>;
type Head = { readonly kind: QuestionKind };

/** A file that a question names, with the key that does. */
export type NamedFile = { readonly file: string; readonly path: readonly PropertyKey[] };

/** What one attempt drew: the ids of each list that is shuffled, by the list's name, in the order shown. */
export type Draw = Readonly<Record<string, readonly string[]>>;

/** A part of the question that was shown only on demand, as it was shown. */
export type Revealed = { readonly id: string; readonly ask: string; readonly maxWords: number };

/** A question as one attempt shows it before the answer. */
export type ShownItem<B extends Bundle> = {
  readonly candidate: B['candidate'];
  /** Null where nothing is shuffled. */
  readonly draw: Draw | null;
  readonly revealed: readonly Revealed[];
};

/** The same with what may be seen only afterwards. */
export type WholeItem<B extends Bundle> = ShownItem<B> & {
  readonly secret: B['secret'];
  /** Numeric families only. */
  readonly variant: Omit<NumericVariant, 'shown'> | null;
};

/** Why an answer is not one to this item. */
export type Misfit =
  /** An option, step, line or field that the item does not have: from another draw, or made up. */
  | 'unknownOption'
  | 'moreThanOne'
  /** A part, block or number that the item does not have. */
  | 'unknownPart'
  | 'tooLong'
  /** A drawing with something in it that is not plain data. */
  | 'notPlain'
  | 'notANumber'
  /** A point that is not among the data. */
  | 'noSuchPoint';

export type ScoredAnswer = {
  readonly earned: number;
  readonly possible: number;
  /** Points that only a person can give, of those possible; nothing of them is earned yet. */
  readonly pending: number;
  readonly misconceptions: readonly string[];
  /** What was scored, for later statistics: ids and numbers, never text of a person. */
  readonly raw: object;
};

/** One row of a rubric as far as marking needs it: it earns weight times level. */
export type Marked = { readonly id: string; readonly weight: number; readonly top: number };

/**
 * Everything that differs between kinds of question: how a folder becomes a bundle, and what becomes of an attempt at
 * it. A new kind is a folder beside this file, its name in `question-kinds.ts` and a line in `registry.ts`.
 *
 * Methods rather than properties: their parameters may be narrower than the registry's, since whoever looks a kind up
 * by its name hands it only what is of that kind.
 */
export interface Kind<F extends Head = Head, B extends Bundle = Bundle, A extends Head = Head> {
  /** What scores an answer: a key as soon as it is given, people with a rubric, or the grading of a submission. */
  readonly scoredBy: 'key' | 'people' | 'submission';
  /** Whether each item is one of many variants that are drawn in the sandbox beforehand. */
  readonly hasVariants: boolean;
  /** The kind's question.yaml. */
  readonly file: z.ZodType<F> & z.core.$ZodTypeDiscriminable;
  /** A stored answer; see `parseAnswer`. */
  readonly answer: z.ZodType<A>;
  namedFiles(question: F): readonly NamedFile[];
  /** What is wrong with a question whose file has the right shape. */
  check(read: ReadFile<F>): readonly BankIssue[];
  /** The two parts of the bundle, of a question without issues. */
  partsOf(read: ReadFile<F>, text: QuestionText): Pick<B, 'candidate' | 'secret'>;
  /** Solutions right and wrong that only the check of a bank runs. */
  plantedIn(read: ReadFile<F>): Planted;

  /** Shuffles what an attempt shows; the same dice give the same draw. Null where nothing is shuffled. */
  draw(bundle: Pick<B, 'candidate' | 'secret'>, rng: Rng): Draw | null;
  /** What keeps an answer from being saved with this item, or null. Never what its writer is still busy with. */
  misfitOf(item: ShownItem<B>, answer: A): Misfit | null;
  /** What keeps a saved answer from being scored as it stands, so that its writer may mend it, or null. */
  unreadableIn(item: ShownItem<B>, answer: A): Misfit | null;
  /** Whether the answer says nothing: it was begun and cleared again. */
  isEmpty(answer: A): boolean;
  score(item: WholeItem<B>, answer: A): ScoredAnswer;
  /** What an unanswered item is worth. */
  possible(item: WholeItem<B>): number;
  /** Every misconception that explaining the item may name. */
  misconceptionsOf(secret: B['secret']): readonly string[];
  /** What a person marks; empty where a key says it all. */
  rubricOf(secret: B['secret']): readonly Marked[];
}
