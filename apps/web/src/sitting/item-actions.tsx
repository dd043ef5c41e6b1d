import { ActError } from '@holdout/ui';
import { Button, Group } from '@mantine/core';
import { type ReactNode, useCallback, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMessages } from '../messages/messages';
import type { SittingItem } from './item-state';
import styles from './sitting.module.css';
import { useFlag } from './use-flag';
import { Flag } from './flag-button';
import { useItemKeys } from './use-item-keys';

type Props = {
  readonly item: SittingItem;
  readonly count: number;
  /** For the position after the last item, the review's URL. */
  readonly addressOf: (position: number) => string;
  /** Whether Next is the primary button of the page. */
  readonly isMain: boolean;
  /** Where there is no way back: goes on once the answer is saved. */
  readonly leave?: ((address: string) => void) | null;
};

type NextProps = Required<Pick<Props, 'isMain' | 'leave'>> & { readonly to: string; readonly children: ReactNode };

function Next({ to, isMain, leave, children }: NextProps) {
  const variant = isMain ? 'filled' : 'default';
  if (leave !== null) {
    return (
      <Button onClick={() => leave(to)} variant={variant}>
        {children}
      </Button>
    );
  }
  return (
    <Button component={Link} to={to} variant={variant}>
      {children}
    </Button>
  );
}

/** Below an item: flag, previous and next, by button and by key. */
export function ItemActions({ item, count, addressOf, isMain, leave = null }: Props) {
  const words = useMessages().sitting;
  const { flag, failure } = useFlag(item);
  const act = useMemo(() => () => void flag(), [flag]);
  const { position, isFlagged } = item;
  const previous = position > 1 && leave === null ? addressOf(position - 1) : null;
  const next = addressOf(position + 1);
  const navigate = useNavigate();
  const go = useCallback((address: string) => void navigate(address), [navigate]);
  useItemKeys({ previous, next, go: leave ?? go, flag: act });
  return (
    <>
      <ActError>{failure}</ActError>
      <Group gap="sm" className={styles['actions'] ?? ''}>
        <Flag isFlagged={isFlagged} onFlag={act} />
        <Group gap="sm" ml="auto">
          {previous === null ? null : (
            <Button component={Link} to={previous} variant="default">
              {words.previous}
            </Button>
          )}
          <Next to={next} isMain={isMain} leave={leave}>
            {position === count ? words.review : words.next}
          </Next>
        </Group>
      </Group>
    </>
  );
}
