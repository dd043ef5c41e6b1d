import type { CodeBundle, Compare } from '@holdout/bank';

/** How values are compared: by tolerance, order, index and dtype. */
export type ValueRules = Extract<Compare, { type: 'value' }>;

/** How the rows of a query are compared. */
export type RowsRules = Extract<Compare, { type: 'rows' }>;

/** How values of this question are compared. A question of rows never gets here, since the bank refuses it. */
export function valueRulesOf(bundle: CodeBundle): ValueRules {
  const { compare } = bundle.secret;
  if (compare.type !== 'value') throw new Error(`${bundle.id} compares rows, but has calls`);
  return compare;
}

/** How rows of this question are compared. */
export function rowsRulesOf(bundle: CodeBundle): RowsRules {
  const { compare } = bundle.secret;
  if (compare.type !== 'rows') throw new Error(`${bundle.id} compares values, but has queries`);
  return compare;
}
