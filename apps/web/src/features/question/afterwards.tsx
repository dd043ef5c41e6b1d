import { ActButton } from '@holdout/ui';
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/messages';
import styles from './practice-item.module.css';

export type AfterwardsProps = {
  /** The link to the next question. */
  readonly onwards: ReactNode;
  readonly onAgain: () => void;
  readonly isRestarting: boolean;
};

/** After an item is explained: the next question, or the same one again. */
export function Afterwards({ onwards, onAgain, isRestarting }: AfterwardsProps) {
  const words = useMessages().question;
  return (
    <Group gap="sm" className={styles['actions'] ?? ''}>
      {onwards}
      <ActButton variant="default" onClick={onAgain} isRunning={isRestarting}>
        {words.again}
      </ActButton>
    </Group>
  );
}
