import { ActButton, ActError, focusOnArrival } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import { REVEAL_EXPLANATION } from './practice-query';

/** Shows the explanation of unsolved code, after a warning about what becomes fixed. */
export function Reveal({ itemId, onRevealed }: { readonly itemId: string; readonly onRevealed: () => void }) {
  const words = useMessages().question.code;
  const [isAsking, setIsAsking] = useState(false);
  const { act, isRunning, failure } = useAct(REVEAL_EXPLANATION);
  const reveal = async (): Promise<void> => {
    const data = await act({ input: { itemId } });
    if (data) onRevealed();
  };
  if (!isAsking) {
    return (
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {words.reveal}
      </Button>
    );
  }
  return (
    <Stack gap="sm" align="flex-start" role="group" aria-label={words.reveal}>
      <Text size="sm">{words.revealWarning}</Text>
      <Group gap="sm">
        <ActButton variant="default" isRunning={isRunning} onClick={() => void reveal()}>
          {words.revealConfirm}
        </ActButton>
        <Button variant="subtle" onClick={() => setIsAsking(false)} ref={focusOnArrival}>
          {words.revealCancel}
        </Button>
      </Group>
      <ActError>{failure}</ActError>
    </Stack>
  );
}
