import type { AccountId, AuditFilter } from '@holdout/persistence';
import type { AuditFilter as GivenFilter } from '../../generated/resolvers';
import { idOrNotFound } from '../attempt/ids';

/** The filter as the repository takes it. */
export function readFilter(filter: GivenFilter | null | undefined): AuditFilter {
  return {
    actor: filter?.actor ? (idOrNotFound(filter.actor) as AccountId) : null,
    act: filter?.act ?? null,
    from: filter?.from ?? null,
    until: filter?.until ?? null,
  };
}
