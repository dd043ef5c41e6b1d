import { ActButton, ActError, EmptyState } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { Link, useNavigate } from 'react-router';
import type { AcceptInvitationMutation, OpenedInvitationQuery } from '../../generated/operations';
import { type InvitationMessages, useInvitationMessages } from '../../messages/invitation-messages';
import { useMessages } from '../../messages/messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { refetchForViewer } from '../../platform/viewer';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { ACCEPT_INVITATION, OPENED_INVITATION } from './invitation-operations';

type Refusal = Exclude<AcceptInvitationMutation['acceptInvitation'], { __typename: 'AcceptInvitationSuccess' }>;

function refusalWords(words: InvitationMessages, refusal: Refusal): string {
  switch (refusal.__typename) {
    case 'EmailNotInvitedProblem':
      return words.otherAddress(refusal.emailHint);
    case 'InvitationUnusableProblem':
      return words.unusable[refusal.reason];
  }
}

function Accept() {
  const words = useInvitationMessages();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { act, isRunning, failure } = useAct(ACCEPT_INVITATION);
  const [refusal, setRefusal] = useState<string | null>(null);
  const accept = async () => {
    const answer = (await act({ input: { confirm: true } }))?.acceptInvitation;
    if (!answer) return;
    if (answer.__typename !== 'AcceptInvitationSuccess') {
      setRefusal(refusalWords(words, answer));
      return;
    }
    await navigate(`/o/${answer.membership.organization.slug}`);
    await refetchForViewer(client);
  };
  return (
    <Stack gap="sm" align="flex-start">
      <ActButton isRunning={isRunning} onClick={() => void accept()}>
        {words.accept}
      </ActButton>
      <ActError>{refusal ?? failure}</ActError>
    </Stack>
  );
}

function SignInToAccept() {
  const words = useInvitationMessages();
  return (
    <Group gap="sm">
      <Button component={Link} to="/sign-in?from=%2Fjoin">
        {words.signIn}
      </Button>
      <Button component={Link} to="/sign-in?from=%2Fjoin&new" variant="default">
        {words.signUp}
      </Button>
    </Group>
  );
}

type Opened = NonNullable<OpenedInvitationQuery['openedInvitation']>;

function Offer({ invitation, isSignedIn }: { readonly invitation: Opened; readonly isSignedIn: boolean }) {
  const messages = useMessages();
  const words = useInvitationMessages();
  return (
    <Stack>
      <PageHeading title={words.heading(invitation.organizationName)} />
      <Stack gap="xs">
        <Text>{words.roles(invitation.roles.map((role) => messages.names.roles[role]))}</Text>
        <Text>{words.address(invitation.emailHint)}</Text>
        <Text>{words.until(messages.dates.dateTime(invitation.expiresAt))}</Text>
        <Text>{words.sees}</Text>
      </Stack>
      {isSignedIn ? <Accept /> : <SignInToAccept />}
    </Stack>
  );
}

function OpenedInvitation() {
  const words = useInvitationMessages();
  const { data } = usePageQuery(OPENED_INVITATION, {}, 'network-only');
  if (data.openedInvitation)
    return <Offer invitation={data.openedInvitation} isSignedIn={data.viewer.account !== null} />;
  return (
    <Stack>
      <PageHeading title={words.title} />
      <EmptyState title={words.none} detail={words.noneDetail} />
    </Stack>
  );
}

/** The invitation opened in this browser, and its only action. */
export function InvitationPage() {
  return (
    <PageBody width="reading">
      <PagePane>
        <OpenedInvitation />
      </PagePane>
    </PageBody>
  );
}
