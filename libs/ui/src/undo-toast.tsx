import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useUiMessages } from './ui-messages';
import styles from './undo-toast.module.css';

const SHOWN_MS = 10_000;

type Props = {
  /** What was done. */
  readonly words: string;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

/** Offers to undo what was just done. It goes after ten seconds, but not while it has the focus or the pointer. */
export function UndoToast({ words, onUndo, onClose }: Props) {
  const { undo, close } = useUiMessages();
  const [isHeld, setIsHeld] = useState(false);
  // The clock is outside React.
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, onClose]);
  return (
    <div
      className={styles['toast']}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
    >
      <span role="status">{words}</span>
      <Button variant="default" onClick={onUndo}>
        {undo}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {close}
      </Button>
    </div>
  );
}
