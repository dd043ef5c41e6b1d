import { Button } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { usePageQuery } from '../../platform/use-page-query';
import { filterOf, STATUSES, withStatus, withValue } from './invitations-address';
import { COUNTS } from './invitations-operations';
import styles from './status-filter.module.css';

type ChipProps = { readonly isOn: boolean; readonly label: string; readonly onClick: () => void };

function Chip({ isOn, label, onClick }: ChipProps) {
  return (
    <Button size="compact-sm" variant={isOn ? 'light' : 'default'} aria-pressed={isOn} onClick={onClick}>
      {label}
    </Button>
  );
}

/** A chip with its count for each status that an invitation has, and one for mail that could not be delivered. */
export function StatusFilter({ assessmentId }: { readonly assessmentId: string }) {
  const words = useAssessmentMessages().candidateInvitations;
  const [search, setSearch] = useSearchParams();
  const { data } = usePageQuery(COUNTS, { assessmentId });
  const counts = new Map(data.candidateInvitationCounts.map(({ status, count }) => [status, count]));
  const { statuses, isUndelivered } = filterOf(search);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const go = (change: (now: URLSearchParams) => URLSearchParams) => () =>
    setSearch(change, { preventScrollReset: true });
  const withoutStatus = (now: URLSearchParams): URLSearchParams => {
    const next = withValue(now, 'mail', '');
    next.delete('status');
    return next;
  };
  return (
    <div role="group" aria-label={words.filter} className={styles['chips']}>
      <Chip isOn={statuses.length === 0 && !isUndelivered} label={words.all(all)} onClick={go(withoutStatus)} />
      {STATUSES.filter((status) => counts.has(status) || statuses.includes(status)).map((status) => (
        <Chip
          key={status}
          isOn={statuses.includes(status)}
          label={words.count(words.status[status], counts.get(status) ?? 0)}
          onClick={go((now) => withStatus(now, status))}
        />
      ))}
      <Chip
        isOn={isUndelivered}
        label={words.undelivered}
        onClick={go((now) => withValue(now, 'mail', isUndelivered ? '' : 'undelivered'))}
      />
    </div>
  );
}
