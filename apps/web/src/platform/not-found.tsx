import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useMessages } from '../messages/messages';
import { PageHeading } from './page-heading';

/** Nothing at this address, or nothing that this person may see: the same words for both. */
export function NotFound() {
  const words = useMessages().notFound;
  return (
    <Stack gap="md" align="flex-start">
      <PageHeading title={words.title} />
      <Text maw="var(--ho-measure)">{words.detail}</Text>
      <Anchor component={Link} to="/questions">
        {words.toQuestions}
      </Anchor>
    </Stack>
  );
}
