import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { HomeQuery } from '../generated/operations';
import { useMessages } from '../messages/messages';

type Example = HomeQuery['example']['edges'][number]['node'];

/** One question of the bank, to be tried at once. */
export function LiveQuestion({ question }: { readonly question: Example }) {
  const words = useMessages().home;
  return (
    <Stack component="section" gap="sm" align="flex-start">
      <Title order={2}>{words.try}</Title>
      <div>
        <Text>{question.title}</Text>
        <Text size="sm" c="dimmed">
          {words.tryMeta(question.level, question.minutes)}
        </Text>
      </div>
      <Button component={Link} to={`/questions/${question.slug}`}>
        {words.tryLink}
      </Button>
    </Stack>
  );
}
