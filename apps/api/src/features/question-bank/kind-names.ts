import type { QuestionKind as BankKind } from '@holdout/bank';
import type { QuestionKind } from '../../generated/resolvers';

/** The schema's name of a kind. */
export function kindView(kind: string): QuestionKind {
  const view = kind.toUpperCase() as Uppercase<BankKind>;
  // A kind that only one of the two sides has is a type error here and below.
  return view;
}

/** The bank's name of a kind. */
export function kindNamed(view: QuestionKind): BankKind {
  return view.toLowerCase() as Lowercase<QuestionKind>;
}
