import { kindOf, type QuestionBundle, type QuestionKind, type ShownItem, type WholeItem } from '@holdout/bank';
import type { ItemRow, ItemSecrets } from '@holdout/persistence';

type BundleOfKind<K extends QuestionKind> = Extract<QuestionBundle, { readonly kind: K }>;

/** The public part of an item, typed by kind. Contains no secrets. */
export type ShownPart = {
  readonly [K in QuestionKind]: ShownItem<BundleOfKind<K>> & { readonly kind: K };
}[QuestionKind];

/** The item including its secret part, which may be shown only with feedback. */
export type WholePart = {
  readonly [K in QuestionKind]: WholeItem<BundleOfKind<K>> & { readonly kind: K };
}[QuestionKind];

type Stored = Pick<ItemRow, 'kind' | 'candidatePart' | 'draw' | 'revealed'>;

/** Casts a stored part to the type of its kind. The bank importer validated its shape. */
export function shownItem({ kind, candidatePart, draw, revealed }: Stored): ShownPart {
  return { kind, candidate: candidatePart, draw, revealed } as ShownPart;
}

/** With the key that counts: that of the question, or the one that its organization gave it afterwards. */
export function wholeItem(item: Stored, { secretPart, variantSecret, correctedKey }: ItemSecrets): WholePart {
  const whole = { ...shownItem(item), secret: secretPart, variant: variantSecret } as WholePart;
  return correctedKey === null
    ? whole
    : ((kindOf(whole.kind).rekeyed(whole, correctedKey) as WholePart | null) ?? whole);
}
