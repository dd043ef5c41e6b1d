import { Anchor, Stack, Text, Title } from '@mantine/core';
import { createContext, use } from 'react';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { PageHeading } from './page-heading';
import { signInAddress } from './return-address';
import { useViewer } from './viewer';

/** Whether what is around the page has its heading already: a page has one. */
export const HeadedContext = createContext(false);

/** The URL does not exist or the viewer may not see it: the API does not distinguish the two. */
export function NotFound() {
  const words = useMessages().notFound;
  const viewer = useViewer();
  const isHeaded = use(HeadedContext);
  return (
    <Stack gap="md" align="flex-start">
      {isHeaded ? <Title order={2}>{words.title}</Title> : <PageHeading title={words.title} />}
      <Text maw="var(--ho-measure)">{words.detail}</Text>
      {viewer?.account === null && <SignInHint />}
      <Anchor component={Link} to="/questions">
        {words.toQuestions}
      </Anchor>
    </Stack>
  );
}

/** Pages of an organization are not found for signed-out users, so signing in may help. */
function SignInHint() {
  const words = useMessages().notFound;
  const { pathname, search } = useLocation();
  return (
    <Text maw="var(--ho-measure)">
      <span>{words.maybeSignedOut}</span>{' '}
      <Anchor component={Link} to={signInAddress(pathname + search)}>
        {words.signIn}
      </Anchor>
    </Text>
  );
}
