import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { PageHeading } from './page-heading';
import { signInAddress } from './return-address';
import { useViewer } from './viewer';

/** Nothing at this address, or nothing that this person may see: the API gives one answer for both. */
export function NotFound() {
  const words = useMessages().notFound;
  const viewer = useViewer();
  return (
    <Stack gap="md" align="flex-start">
      <PageHeading title={words.title} />
      <Text maw="var(--ho-measure)">{words.detail}</Text>
      {viewer?.account === null && <SignInHint />}
      <Anchor component={Link} to="/questions">
        {words.toQuestions}
      </Anchor>
    </Stack>
  );
}

/** What belongs to an organization is not there for anyone who is signed out. */
function SignInHint() {
  const words = useMessages().notFound;
  const { pathname, search } = useLocation();
  return (
    <Text maw="var(--ho-measure)">
      {words.maybeSignedOut}{' '}
      <Anchor component={Link} to={signInAddress(pathname + search)}>
        {words.signIn}
      </Anchor>
    </Text>
  );
}
