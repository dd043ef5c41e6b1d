import { Markdown } from '@holdout/ui';
import { List, Stack, Title } from '@mantine/core';
import { useMarkingMessages } from '../../messages/marking-messages';
import type { Shown } from './marking-query';

/** What counts against an answer. */
export function RedFlags({ redFlags }: Pick<Shown, 'redFlags'>) {
  const words = useMarkingMessages().marking;
  if (redFlags.length === 0) return null;
  return (
    <Stack gap="xs" px="md" component="section">
      <Title order={2} size="h4">
        {words.redFlags}
      </Title>
      <List size="sm">
        {redFlags.map(({ text }) => (
          <List.Item key={text}>
            <Markdown size="meta">{text}</Markdown>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
