import { Markdown } from '@holdout/ui';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../messages/messages';

/** Hints, revealed one at a time on request. */
export function Hints({ hints }: { readonly hints: readonly string[] }) {
  const words = useMessages().question;
  const [shown, setShown] = useState(0);
  if (hints.length === 0) return null;
  return (
    <Stack gap="sm" align="flex-start">
      {hints.slice(0, shown).map((hint, index) => (
        <div key={hint}>
          <Text size="sm" fw={600}>
            {words.hintTitle(index + 1, hints.length)}
          </Text>
          <Markdown topHeading={3}>{hint}</Markdown>
        </div>
      ))}
      {shown < hints.length ? (
        <Button variant="subtle" size="compact-sm" data-flush onClick={() => setShown(shown + 1)}>
          {shown === 0 ? words.hint : words.anotherHint}
        </Button>
      ) : null}
    </Stack>
  );
}
