import type { AuditDetail } from '@holdout/persistence';

/** The detail of an act as pairs of texts, in a fixed order. */
export const detailOf = (detail: AuditDetail): { readonly name: string; readonly value: string }[] =>
  Object.entries(detail)
    .map(([name, value]) => ({ name, value: Array.isArray(value) ? value.join(', ') : String(value) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
