import { ActButton, ActError } from '@holdout/ui';
import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { PageBody } from '../platform/page-body';
import { PageHeading } from '../platform/page-heading';
import { useSingleSignOn } from '../platform/use-single-sign-on';
import { useViewer } from '../platform/viewer';

function useHere(): string {
  const { pathname, search } = useLocation();
  return pathname + search;
}

function SingleSignOnNeeded({ name, email }: { readonly name: string; readonly email: string }) {
  const words = useMessages().organizationDoor.singleSignOn;
  const from = useHere();
  const { start, isRunning, failure } = useSingleSignOn();
  return (
    <>
      <PageHeading title={words.title(name)} />
      <Text maw="var(--ho-measure)">{words.detail(name)}</Text>
      <ActError>{failure}</ActError>
      <ActButton isRunning={isRunning} onClick={() => void start(email, from)}>
        {words.act}
      </ActButton>
    </>
  );
}

function SecondFactorNeeded({ name }: { readonly name: string }) {
  const words = useMessages().organizationDoor.secondFactor;
  const from = useHere();
  return (
    <>
      <PageHeading title={words.title} />
      <Text maw="var(--ho-measure)">{words.detail(name)}</Text>
      <Button component={Link} to={`/account/security?${new URLSearchParams({ from }).toString()}`}>
        {words.act}
      </Button>
    </>
  );
}

/** What an organization requires of the session, in place of its pages, until the session has it. The API decides again. */
export function OrganizationDoor({ slug, children }: { readonly slug: string; readonly children: ReactNode }) {
  const viewer = useViewer();
  const found = viewer?.memberships.find(({ organization }) => organization.slug === slug);
  if (!found?.lacks) return children;
  const { name } = found.organization;
  return (
    <PageBody width="reading">
      <Stack align="flex-start">
        {found.lacks === 'SINGLE_SIGN_ON' ? (
          <SingleSignOnNeeded name={name} email={viewer?.account?.email ?? ''} />
        ) : (
          <SecondFactorNeeded name={name} />
        )}
      </Stack>
    </PageBody>
  );
}
