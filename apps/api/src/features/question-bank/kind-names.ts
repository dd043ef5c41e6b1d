import type { QuestionKind as BankKind } from '@holdout/bank';
import type { QuestionKind } from '../../generated/resolvers';

/** A kind of the bank as the API names it. */
export function kindView(kind: string): QuestionKind {
  const view = kind.toUpperCase() as Uppercase<BankKind>;
  // A kind that only one of both sides knows is an error of types here and below.
  return view;
}

/** A kind of the API as the bank names it. */
export function kindNamed(view: QuestionKind): BankKind {
  return view.toLowerCase() as Lowercase<QuestionKind>;
}
