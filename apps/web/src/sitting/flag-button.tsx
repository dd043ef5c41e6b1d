import { ActError } from '@holdout/ui';
import { Button } from '@mantine/core';
import { useMessages } from '../messages/messages';
import type { SittingItem } from './item-state';
import styles from './sitting.module.css';
import { useFlag } from './use-flag';

type Props = { readonly isFlagged: boolean; readonly onFlag: () => void; readonly hasKey?: boolean };

/** Sets or removes a flag; the key `F` does the same if there is one item on the page. */
export function Flag({ isFlagged, onFlag, hasKey = true }: Props) {
  const words = useMessages().sitting;
  return (
    <Button
      variant="default"
      aria-pressed={isFlagged}
      className={styles['flag'] ?? ''}
      aria-keyshortcuts={hasKey ? 'F' : undefined}
      onClick={onFlag}
      leftSection={<span aria-hidden="true">⚑</span>}
    >
      {words.flag}
    </Button>
  );
}

/** The flag of one item among several on a page. */
export function FlagButton({ item }: { readonly item: SittingItem }) {
  const { flag, failure } = useFlag(item);
  return (
    <>
      <Flag isFlagged={item.isFlagged} onFlag={() => void flag()} hasKey={false} />
      <ActError>{failure}</ActError>
    </>
  );
}
