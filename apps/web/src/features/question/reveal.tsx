import { ActButton, ActError, focusOnArrival } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useSavers } from '../../answering/savers-provider';
import { useStale } from '../../answering/use-stale';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import { REVEAL_EXPLANATION } from './practice-query';

/** Shows the explanation of unsolved code, after a warning about what becomes fixed. */
export function Reveal({ itemId, onRevealed }: { readonly itemId: string; readonly onRevealed: () => void }) {
  const { code: words, chooseFirst, stale } = useMessages().question;
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const savers = useSavers();
  const showCurrent = useStale(itemId);
  const { act, isRunning, failure } = useAct(REVEAL_EXPLANATION);
  const reveal = async (): Promise<void> => {
    setProblem(null);
    if ((await savers.settle(itemId)) === 'conflict') {
      setProblem(chooseFirst);
      return;
    }
    const result = (await act({ input: { itemId, revision: savers.revisionOf(itemId) } }))?.revealExplanation;
    if (result?.__typename === 'RevealExplanationSuccess') onRevealed();
    if (result?.__typename !== 'StaleRevisionProblem') return;
    showCurrent(result.current);
    setProblem(stale);
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
      <ActError>{problem ?? failure}</ActError>
    </Stack>
  );
}
