import { useAnnounce } from '@holdout/ui';
import { Button, Group, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTakingMessages } from '../../messages/taking-messages';
import type { Taken } from './attempt-query';
import styles from './strip.module.css';

type Given = Taken['timeGiven'][number];

/** What was given, by kind, in whole seconds: many short outages are one line. */
function byKind(given: readonly Given[]): readonly { readonly kind: Given['kind']; readonly seconds: number }[] {
  const sums = new Map<Given['kind'], number>();
  for (const { kind, seconds } of given) sums.set(kind, (sums.get(kind) ?? 0) + seconds);
  return [...sums].map(([kind, seconds]) => ({ kind, seconds }));
}

/** Below the bar: time that was given and that the person has not seen yet. Spoken once. */
export function TimeGiven({ taken }: { readonly taken: Taken }) {
  const words = useTakingMessages().given;
  const announce = useAnnounce();
  const [seen, setSeen] = useLocalStorage<readonly string[]>({
    key: `holdout.time-seen.${taken.id}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const unseen = taken.timeGiven.filter(({ id }) => !seen.includes(id));
  const said = byKind(unseen)
    .map(({ kind, seconds }) => words[kind](Math.floor(seconds / 60), seconds % 60))
    .join(' ');
  // The live region is outside React.
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said, announce]);
  if (said === '') return null;
  return (
    <div className={styles['strip']}>
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="sm">{said}</Text>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          onClick={() => setSeen(taken.timeGiven.map(({ id }) => id))}
        >
          {words.seen}
        </Button>
      </Group>
    </div>
  );
}
