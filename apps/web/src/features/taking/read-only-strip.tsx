import { Button, Text } from '@mantine/core';
import { useAnnounce } from '@holdout/ui';
import { useEffect, useState } from 'react';
import { useTakingMessages } from '../../messages/taking-messages';
import styles from './strip.module.css';
import type { Elsewhere, PagePresence } from './use-presence';

type Props = { readonly elsewhere: Elsewhere } & Pick<PagePresence, 'takeOver'>;

/** Says that another page is the one to write on, and offers to write on this one. */
export function ReadOnlyStrip({ elsewhere, takeOver }: Props) {
  const words = useTakingMessages().presence;
  const announce = useAnnounce();
  const [isAsking, setIsAsking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const says = elsewhere.isInThisBrowser ? words.otherTab(elsewhere.since) : words.otherDevice(elsewhere.since);
  // The live region is outside React.
  useEffect(() => announce(says), [announce, says]);
  const ask = async () => {
    setIsAsking(true);
    setHasFailed(!(await takeOver()));
    setIsAsking(false);
  };
  return (
    <div className={styles['strip']} role="note" data-presence="read-only">
      <Text size="sm">{says}</Text>
      <Button size="compact-sm" loading={isAsking} onClick={() => void ask()}>
        {words.continueHere}
      </Button>
      {hasFailed ? (
        <Text size="sm" role="status">
          {words.unreachable}
        </Text>
      ) : null}
    </div>
  );
}
