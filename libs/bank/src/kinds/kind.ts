import type { z } from 'zod';
import type { BankIssue, BundleOf, NumericVariant, Planted } from '../bundle';
import type { ReadFile } from '../question-folder';
import type { QuestionKind } from '../question-kinds';
import type { QuestionText } from '../read-question-text';
import type { Rng } from '../rng';

type Bundle = BundleOf<QuestionKind, object, object>;
type Head = { readonly kind: QuestionKind };

/** A file that question.yaml names, with the path of the key. */
export type NamedFile = { readonly file: string; readonly path: readonly PropertyKey[] };

/** The draw of one item: by list name, the ids of each shuffled list in the order shown. */
export type Draw = Readonly<Record<string, readonly string[]>>;

/** A part of the question that was revealed on request, as it was shown. */
export type Revealed = { readonly id: string; readonly ask: string; readonly maxWords: number };

/** A question as one attempt shows it before the answer. */
export type ShownItem<B extends Bundle> = {
  readonly candidate: B['candidate'];
  /** Null if nothing is shuffled. */
  readonly draw: Draw | null;
  readonly revealed: readonly Revealed[];
};

/** The item with what may be shown only after the answer. */
export type WholeItem<B extends Bundle> = ShownItem<B> & {
  readonly secret: B['secret'];
  /** Numeric families only. */
  readonly variant: Omit<NumericVariant, 'shown'> | null;
};

/** The reason why an answer does not fit an item. */
export type Misfit =
  /** An option, step, line or field that the item does not have: from another draw, or invalid. */
  | 'unknownOption'
  | 'moreThanOne'
  /** A part, block or number that the item does not have. */
  | 'unknownPart'
  | 'tooLong'
  /** A drawing with something other than plain data. */
  | 'notPlain'
  | 'notANumber'
  /** A point that is not among the data. */
  | 'noSuchPoint';

export type ScoredAnswer = {
  readonly earned: number;
  readonly possible: number;
  /** The possible points that only a person can give; none of them is earned yet. */
  readonly pending: number;
  readonly misconceptions: readonly string[];
  /** The scored answer for statistics: ids and numbers, never text of a person. */
  readonly raw: object;
};

/** One criterion of a rubric for marking: it earns weight × level. */
export type Marked = { readonly id: string; readonly weight: number; readonly top: number };

/**
 * Everything that differs between kinds of question: how a folder becomes a bundle, and how an item is drawn, answered and
 * scored. A new kind is a folder beside this file, its name in `question-kinds.ts` and a line in `registry.ts`.
 *
 * Methods rather than properties, because method parameters are bivariant: each kind takes only its own types, and a caller
 * that looks up a kind by name passes it only items of that kind.
 */
export interface Kind<F extends Head = Head, B extends Bundle = Bundle, A extends Head = Head> {
  /** What scores an answer: a key as soon as it is given, people with a rubric, or the grading of a submission. */
  readonly scoredBy: 'key' | 'people' | 'submission';
  /** Whether each item is a variant that was drawn in the sandbox beforehand. */
  readonly hasVariants: boolean;
  /** The schema of the kind's question.yaml. */
  readonly file: z.ZodType<F> & z.core.$ZodTypeDiscriminable;
  /** The schema of a stored answer; see `parseAnswer`. */
  readonly answer: z.ZodType<A>;
  namedFiles(question: F): readonly NamedFile[];
  /** The issues of a question whose file is valid by its schema. */
  check(read: ReadFile<F>): readonly BankIssue[];
  /** The two parts of the bundle of a question without issues. */
  partsOf(read: ReadFile<F>, text: QuestionText): Pick<B, 'candidate' | 'secret'>;
  /** Correct and wrong solutions that only the check of a bank runs. */
  plantedIn(read: ReadFile<F>): Planted;

  /** Shuffles the lists of an item; the same seed gives the same draw. Null if nothing is shuffled. */
  draw(bundle: Pick<B, 'candidate' | 'secret'>, rng: Rng): Draw | null;
  /** The reason why an answer cannot be saved with this item, or null. An unfinished answer can be saved. */
  misfitOf(item: ShownItem<B>, answer: A): Misfit | null;
  /** The reason why a saved answer cannot be scored yet, for the candidate to correct, or null. */
  unreadableIn(item: ShownItem<B>, answer: A): Misfit | null;
  /** Whether the answer is empty: it was begun and cleared. */
  isEmpty(answer: A): boolean;
  score(item: WholeItem<B>, answer: A): ScoredAnswer;
  /** The possible points of an item. */
  possible(item: WholeItem<B>): number;
  /** The ids of all misconceptions that the explanation of an item may name. */
  misconceptionsOf(secret: B['secret']): readonly string[];
  /** The criteria that a person marks; empty if a key decides everything. */
  rubricOf(secret: B['secret']): readonly Marked[];
  /**
   * The item with another key, for a question that turned out to be wrong: points are given again from the stored answers. Null
   * if the key has another form than the kind has for it, or does not fit, and for kinds that no key alone decides.
   */
  rekeyed(item: WholeItem<B>, key: unknown): WholeItem<B> | null;
}
