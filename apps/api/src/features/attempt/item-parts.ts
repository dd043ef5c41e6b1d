import type { ChoiceBundle, CodeBundle, ModelBundle, NumericBundle, NumericVariant } from '@holdout/bank';
import type { ItemRow, ItemSecrets } from '@holdout/persistence';

/** An item's candidate part, typed by its kind: all of it may be seen before the answer. */
export type ShownItem =
  | { readonly kind: 'choice'; readonly candidate: ChoiceBundle['candidate'] }
  | { readonly kind: 'numeric'; readonly candidate: NumericBundle['candidate'] }
  | { readonly kind: 'code'; readonly candidate: CodeBundle['candidate'] }
  | { readonly kind: 'model'; readonly candidate: ModelBundle['candidate'] };

/** The same with what may be seen only afterwards. */
export type WholeItem =
  | { readonly kind: 'choice'; readonly candidate: ChoiceBundle['candidate']; readonly secret: ChoiceBundle['secret'] }
  | {
      readonly kind: 'numeric';
      readonly candidate: NumericBundle['candidate'];
      readonly secret: NumericBundle['secret'];
      readonly variant: Omit<NumericVariant, 'shown'>;
    }
  | { readonly kind: 'code'; readonly candidate: CodeBundle['candidate']; readonly secret: CodeBundle['secret'] }
  | { readonly kind: 'model'; readonly candidate: ModelBundle['candidate']; readonly secret: ModelBundle['secret'] };

/** Types a stored part: the bank's reader wrote it in the shape of its kind. */
export function shownItem(item: Pick<ItemRow, 'kind' | 'candidatePart'>): ShownItem {
  return { kind: item.kind, candidate: item.candidatePart } as ShownItem;
}

export function wholeItem(item: Pick<ItemRow, 'kind' | 'candidatePart'>, secrets: ItemSecrets): WholeItem {
  return {
    kind: item.kind,
    candidate: item.candidatePart,
    secret: secrets.secretPart,
    variant: secrets.variantSecret,
  } as WholeItem;
}
