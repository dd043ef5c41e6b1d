import { Button, Stack, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { PageHeading } from './page-heading';
import { signInAddress } from './return-address';

/** In place of a page that needs an account; signing in comes back to it. */
export function SignInFirst() {
  const words = useMessages().signInFirst;
  const { pathname, search } = useLocation();
  return (
    <Stack gap="md" align="flex-start">
      <PageHeading title={words.title} />
      <Text maw="var(--ho-measure)">{words.detail}</Text>
      <Button component={Link} to={signInAddress(pathname + search)}>
        {words.signIn}
      </Button>
    </Stack>
  );
}
