import { Button, Stack, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { PageHeading } from './page-heading';
import { signInAddress } from './return-address';

/** Replaces a page that requires an account; returns to it after sign-in. */
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
