import { Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useUiMessages } from './ui-messages';

const SHAPE_AFTER_MS = 300;
const WORDS_AFTER_MS = 3000;

type Stage = 'nothing' | 'shape' | 'words';

/** Nothing for 300 ms, then a static skeleton; after 3 s also a text. */
export function DelayedSkeleton({ children }: { readonly children?: ReactNode }) {
  const words = useUiMessages().pane;
  const [stage, setStage] = useState<Stage>('nothing');
  // Timers are outside React.
  useEffect(() => {
    const shape = setTimeout(() => setStage('shape'), SHAPE_AFTER_MS);
    const slow = setTimeout(() => setStage('words'), WORDS_AFTER_MS);
    return () => {
      clearTimeout(shape);
      clearTimeout(slow);
    };
  }, []);
  if (stage === 'nothing') return <div aria-busy="true" />;
  return (
    <div aria-busy="true">
      {stage === 'words' ? (
        <Text size="sm" c="dimmed" role="status">
          {words.slow}
        </Text>
      ) : null}
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
