import { ActError } from '@holdout/ui';
import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../messages/messages';
import type { SittingItem } from './item-state';
import styles from './sitting.module.css';
import { useFlag } from './use-flag';
import { useItemKeys } from './use-item-keys';

type Props = {
  readonly item: SittingItem;
  readonly count: number;
  /** For the position after the last item, the review's URL. */
  readonly addressOf: (position: number) => string;
  /** Whether Next is the primary button of the page. */
  readonly isMain: boolean;
};

/** Below an item: flag, previous and next, by button and by key. */
export function ItemActions({ item, count, addressOf, isMain }: Props) {
  const words = useMessages().sitting;
  const { flag, failure } = useFlag(item);
  const act = useMemo(() => () => void flag(), [flag]);
  const { position, isFlagged } = item;
  const [previous, next] = [position > 1 ? addressOf(position - 1) : null, addressOf(position + 1)];
  useItemKeys({ previous, next, flag: act });
  return (
    <>
      <ActError>{failure}</ActError>
      <Group gap="sm" className={styles['actions'] ?? ''}>
        <Button
          variant="default"
          aria-pressed={isFlagged}
          className={styles['flag'] ?? ''}
          aria-keyshortcuts="F"
          onClick={act}
          leftSection={<span aria-hidden="true">⚑</span>}
        >
          {words.flag}
        </Button>
        <Group gap="sm" ml="auto">
          {previous === null ? null : (
            <Button component={Link} to={previous} variant="default">
              {words.previous}
            </Button>
          )}
          <Button component={Link} to={next} variant={isMain ? 'filled' : 'default'}>
            {position === count ? words.review : words.next}
          </Button>
        </Group>
      </Group>
    </>
  );
}
