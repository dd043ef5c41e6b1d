import { Button } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useCohortMessages } from '../../messages/cohort-messages';
import { usePageQuery } from '../../platform/use-page-query';
import {
  DECISIONS,
  filterOf,
  isFiltered,
  SIDES,
  STATUSES,
  withoutFilter,
  withToggled,
  withValue,
} from './cohort-address';
import { COUNTS } from './cohort-operations';
import styles from './cohort-table.module.css';

type ChipProps = { readonly isOn: boolean; readonly label: string; readonly onClick: () => void };

function Chip({ isOn, label, onClick }: ChipProps) {
  return (
    <Button size="compact-sm" variant={isOn ? 'light' : 'default'} aria-pressed={isOn} onClick={onClick}>
      {label}
    </Button>
  );
}

/** A chip with its count for everything that the cohort can be filtered by. */
export function CohortFilters({ assessmentId }: { readonly assessmentId: string }) {
  const words = useCohortMessages();
  const [search, setSearch] = useSearchParams();
  const { cohortCounts: counts } = usePageQuery(COUNTS, { assessmentId }).data;
  const filter = filterOf(search);
  const go = (change: (now: URLSearchParams) => URLSearchParams) => () =>
    setSearch(change, { preventScrollReset: true });
  const chip = (key: 'status' | 'decision' | 'side', value: string, label: string, count: number) => {
    const isOn = search.getAll(key).includes(value.toLowerCase());
    return count > 0 || isOn ? (
      <Chip
        key={value}
        isOn={isOn}
        label={words.count(label, count)}
        onClick={go((now) => withToggled(now, key, value))}
      />
    ) : null;
  };
  const decided = { ...words.decisions, NONE: words.noDecision };
  return (
    <div role="group" aria-label={words.filter} className={styles['chips']}>
      <Chip isOn={!isFiltered(filter)} label={words.all(counts.total)} onClick={go(withoutFilter)} />
      {STATUSES.map((status) => {
        const count = counts.statuses.find((each) => each.status === status)?.count ?? 0;
        return chip('status', status, words.status[status], count);
      })}
      {SIDES.map((side) => {
        const count = counts.sides.find((each) => each.side === side)?.count ?? 0;
        return chip('side', side, words.sides[side], count);
      })}
      {DECISIONS.map((decision) => {
        const count = counts.decisions.find((each) => each.decision === decision)?.count ?? 0;
        return chip('decision', decision, decided[decision], count);
      })}
      {counts.provisional > 0 || filter.isProvisional !== null ? (
        <Chip
          isOn={filter.isProvisional !== null}
          label={words.count(words.provisional, counts.provisional)}
          onClick={go((now) => withValue(now, 'provisional', filter.isProvisional === null ? 'yes' : ''))}
        />
      ) : null}
      {counts.versions.length > 1
        ? counts.versions.map(({ versionNumber, count }) => (
            <Chip
              key={versionNumber}
              isOn={filter.versionNumber === versionNumber}
              label={words.count(words.version(versionNumber), count)}
              onClick={go((now) =>
                withValue(now, 'version', filter.versionNumber === versionNumber ? '' : String(versionNumber)),
              )}
            />
          ))
        : null}
    </div>
  );
}
