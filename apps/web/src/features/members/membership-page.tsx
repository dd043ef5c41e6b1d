import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, focusOnArrival } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { useAct } from '../../platform/use-act';
import { refetchForViewer } from '../../platform/viewer';
import { LEAVE } from './members-operations';

function Leave() {
  const words = useOrganizationMessages().members;
  const { slug, name } = useOrganization();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { act, isRunning, failure } = useAct(LEAVE);
  const [isAsked, setIsAsked] = useState(false);
  const [isLast, setIsLast] = useState(false);
  const leave = async () => {
    const answer = (await act({ input: { slug } }))?.leaveOrganization;
    if (answer?.__typename === 'LastAdministratorProblem') setIsLast(true);
    if (answer?.__typename !== 'LeaveOrganizationSuccess') return;
    await navigate('/');
    await refetchForViewer(client);
  };
  return (
    <Stack component="section" gap="sm" align="flex-start" aria-labelledby="leave">
      <Title order={2} id="leave">
        {words.leave(name)}
      </Title>
      <Text>{words.leaveWhat}</Text>
      {isAsked ? (
        <Group gap="sm">
          <ActButton variant="default" isRunning={isRunning} ref={focusOnArrival} onClick={() => void leave()}>
            {words.leaveNow}
          </ActButton>
          <Button variant="subtle" color="gray" onClick={() => setIsAsked(false)}>
            {words.stay}
          </Button>
        </Group>
      ) : (
        <Button variant="default" onClick={() => setIsAsked(true)}>
          {words.leave(name)}
        </Button>
      )}
      <ActError>{isLast ? words.lastIsYou : failure}</ActError>
    </Stack>
  );
}

/** The viewer's own membership, and the way out. */
export function MembershipPage() {
  const messages = useMessages();
  const words = useOrganizationMessages().members;
  const { viewerRoles } = useOrganization();
  const trail = [{ name: messages.organization.pages.settings, to: 'settings' }];
  return (
    <OrganizationPageBody title={words.membership} trail={trail} width="reading">
      <Text>{words.yourRoles(viewerRoles.map((role) => messages.names.roles[role]))}</Text>
      <Leave />
    </OrganizationPageBody>
  );
}
