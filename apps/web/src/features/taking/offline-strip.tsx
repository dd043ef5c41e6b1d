import { useAnnounce } from '@holdout/ui';
import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSavers } from '../../answering/savers-provider';
import { useTakingMessages } from '../../messages/taking-messages';
import styles from './strip.module.css';

/** Says that the server cannot be reached, and where the answers are meanwhile. */
export function OfflineStrip() {
  const words = useTakingMessages().offline;
  const savers = useSavers();
  const announce = useAnnounce();
  // What was typed last is stored before it is called so.
  const [isKept, setIsKept] = useState<boolean | null>(null);
  useEffect(() => {
    let isHere = true;
    savers.saveNow();
    void savers.kept().then((kept) => isHere && setIsKept(kept));
    return () => {
      isHere = false;
    };
  }, [savers]);
  const says = isKept === null ? '' : isKept ? words.kept : words.onPage;
  // The live region is outside React.
  useEffect(() => announce(says), [announce, says]);
  return isKept === null ? null : (
    <div className={styles['strip']} role="note" data-presence="offline">
      <Text size="sm">{says}</Text>
    </div>
  );
}
