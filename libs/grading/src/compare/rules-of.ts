import type { CodeBundle, Compare } from '@holdout/bank';

/** How values are compared: by tolerance, order, index and dtype. */
export type ValueRules = Extract<Compare, { type: 'value' }>;

/** How the rows of a query are compared. */
export type RowsRules = Extract<Compare, { type: 'rows' }>;

/** The rules for comparing values. Throws for a question that compares rows, which the bank refuses to combine with calls. */
export function valueRulesOf(bundle: CodeBundle): ValueRules {
  const { compare } = bundle.secret;
  if (compare.type !== 'value') throw new Error(`${bundle.id} compares rows, but has calls`);
  return compare;
}

/** The rules for comparing the rows of a query. Throws for a question that compares values. */
export function rowsRulesOf(bundle: CodeBundle): RowsRules {
  const { compare } = bundle.secret;
  if (compare.type !== 'rows') throw new Error(`${bundle.id} compares values, but has queries`);
  return compare;
}
