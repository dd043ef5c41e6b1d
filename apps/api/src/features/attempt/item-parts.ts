import type { QuestionBundle, QuestionKind, ShownItem, WholeItem } from '@holdout/bank';
import type { ItemRow, ItemSecrets } from '@holdout/persistence';

type BundleOfKind<K extends QuestionKind> = Extract<QuestionBundle, { readonly kind: K }>;

/** An item before its answer, typed by its kind: all of it may be seen. */
export type ShownPart = {
  readonly [K in QuestionKind]: ShownItem<BundleOfKind<K>> & { readonly kind: K };
}[QuestionKind];

/** The same with what may be seen only afterwards. */
export type WholePart = {
  readonly [K in QuestionKind]: WholeItem<BundleOfKind<K>> & { readonly kind: K };
}[QuestionKind];

type Stored = Pick<ItemRow, 'kind' | 'candidatePart' | 'draw' | 'revealed'>;

/** Types a stored part: the bank's reader wrote it in the shape of its kind. */
export function shownItem({ kind, candidatePart, draw, revealed }: Stored): ShownPart {
  return { kind, candidate: candidatePart, draw, revealed } as ShownPart;
}

export function wholeItem(item: Stored, { secretPart, variantSecret }: ItemSecrets): WholePart {
  return { ...shownItem(item), secret: secretPart, variant: variantSecret } as WholePart;
}
