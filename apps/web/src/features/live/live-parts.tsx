import { Button, Group, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useLiveMessages } from '../../messages/live-messages';
import { SHOWN, withAfter, withShown } from './live-address';
import styles from './live.module.css';
import type { Live } from './live-query';
import type { What } from './write';

/** A chip with its count for each part of the list. */
export function Chips({ counts }: Pick<Live, 'counts'>) {
  const words = useLiveMessages();
  const [search, setSearch] = useSearchParams();
  const numbers: Readonly<Record<string, number>> = {
    all: counts.running + counts.ended,
    calls: counts.calls,
    'not-connected': counts.notConnected,
    ended: counts.ended,
  };
  const current = search.get('show') ?? 'all';
  return (
    <div role="group" aria-label={words.filter} className={styles['chips']}>
      {SHOWN.map((shown) => (
        <Button
          key={shown}
          size="compact-sm"
          variant={current === shown ? 'light' : 'default'}
          aria-pressed={current === shown}
          onClick={() => setSearch((now) => withShown(now, shown), { preventScrollReset: true })}
        >
          {words.shown[shown]?.(numbers[shown] ?? 0)}
        </Button>
      ))}
    </div>
  );
}

/** The way to the other pages of a long list. */
export function Pages({ pageInfo }: Pick<Live, 'pageInfo'>) {
  const words = useLiveMessages();
  const [search, setSearch] = useSearchParams();
  const isFirst = !search.has('after');
  if (isFirst && !pageInfo.hasNextPage) return null;
  return (
    <Group gap="sm">
      {isFirst ? null : (
        <Button variant="default" onClick={() => setSearch((now) => withAfter(now, null))}>
          {words.firstPage}
        </Button>
      )}
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={() => setSearch((now) => withAfter(now, pageInfo.endCursor))}>
          {words.nextPage}
        </Button>
      ) : null}
    </Group>
  );
}

type BarProps = { readonly count: number; readonly onWrite: (what: What) => void; readonly onClear: () => void };

export function SelectedBar({ count, onWrite, onClear }: BarProps) {
  const words = useLiveMessages();
  if (count === 0) return null;
  return (
    <div role="group" aria-label={words.selectedActs} className={styles['bar']}>
      <Text size="sm" fw={600} aria-live="polite">
        {words.selected(count)}
      </Text>
      <Button variant="default" onClick={() => onWrite('message')}>
        {words.write}
      </Button>
      <Button variant="default" onClick={() => onWrite('time')}>
        {words.addTime}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClear}>
        {words.clear}
      </Button>
    </div>
  );
}

/** What can be done for everyone whose attempt runs. */
export function ActsForAll({ onWrite }: { readonly onWrite: (what: What) => void }) {
  const words = useLiveMessages();
  return (
    <Group gap="sm">
      <Button variant="default" onClick={() => onWrite('time')}>
        {words.addTimeAll}
      </Button>
      <Button variant="default" onClick={() => onWrite('both')}>
        {words.incident}
      </Button>
      <Button onClick={() => onWrite('message')}>{words.writeAll}</Button>
    </Group>
  );
}
