import type { AccountId, AuditFilter } from '@holdout/persistence';
import type { AuditFilter as GivenFilter } from '../../generated/resolvers';
import { idOrNotFound } from '../attempt/ids';

/** The filter as the repository takes it. */
export function readFilter(filter: GivenFilter | null | undefined): AuditFilter {
  const { actor = null, act = null, from = null, until = null } = filter ?? {};
  return { actor: actor ? (idOrNotFound(actor) as AccountId) : null, act, from, until };
}
