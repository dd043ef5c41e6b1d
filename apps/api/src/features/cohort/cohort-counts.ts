import type { CohortCount } from '@holdout/persistence';
import type { CohortCounts } from '../../generated/resolvers';
import { KINDS, SIDES_SHOWN, STATUSES } from './cohort-view';

type Groups = { readonly counts: readonly CohortCount[]; readonly forms: number };

const sumOf = (counts: readonly CohortCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

function by<Key>(
  counts: readonly CohortCount[],
  keyOf: (count: CohortCount) => Key,
): readonly (readonly [Key, number])[] {
  return [...Map.groupBy(counts, keyOf)].map(([key, group]) => [key, sumOf(group)] as const);
}

/** Counts of the groups, added up by each of their properties. */
export function countsShown({ counts, forms }: Groups): CohortCounts {
  const scored = counts.filter((one): one is CohortCount & { side: keyof typeof SIDES_SHOWN } => one.side !== '');
  return {
    total: sumOf(counts),
    provisional: sumOf(counts.filter(({ isProvisional }) => isProvisional)),
    statuses: by(counts, ({ status }) => STATUSES[status]).map(([status, count]) => ({ status, count })),
    decisions: by(counts, ({ decision }) => (decision === '' ? ('NONE' as const) : KINDS[decision])).map(
      ([decision, count]) => ({ decision, count }),
    ),
    sides: by(scored, ({ side }) => SIDES_SHOWN[side as keyof typeof SIDES_SHOWN]).map(([side, count]) => ({
      side,
      count,
    })),
    versions: by(counts, ({ versionNumber }) => versionNumber)
      .map(([versionNumber, count]) => ({ versionNumber, count }))
      .toSorted((a, b) => a.versionNumber - b.versionNumber),
    forms,
  };
}
