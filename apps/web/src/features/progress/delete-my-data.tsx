import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, useAnnounce, focusOnArrival } from '@holdout/ui';
import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DeleteMyDataMutation, DeleteMyDataMutationVariables } from '../../generated/operations';
import { useProgressMessages } from '../../messages/progress-messages';
import { refetchForViewer } from '../../platform/viewer';
import { useAct } from '../../platform/use-act';

export const DELETE_MY_DATA: TypedDocumentNode<DeleteMyDataMutation, DeleteMyDataMutationVariables> = gql`
  mutation DeleteMyData($input: DeleteMyDataInput!) {
    deleteMyData(input: $input) {
      ... on DeleteMyDataSuccess {
        viewer {
          isGuest
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

function useDeletion() {
  const words = useProgressMessages().delete;
  const client = useApolloClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { act, isRunning, failure } = useAct(DELETE_MY_DATA);
  const [isRefused, setIsRefused] = useState(false);
  const erase = async (password: string): Promise<void> => {
    setIsRefused(false);
    const answer = (await act({ input: { password } }))?.deleteMyData;
    if (answer?.__typename === 'CredentialsRefusedProblem') setIsRefused(true);
    if (answer?.__typename !== 'DeleteMyDataSuccess') return;
    announce(words.done);
    await navigate('/');
    await refetchForViewer(client);
  };
  return { erase, isRunning, failure: isRefused ? words.refused : failure };
}

function Confirmation({ isGuest, onKeep }: { readonly isGuest: boolean; readonly onKeep: () => void }) {
  const words = useProgressMessages().delete;
  const { erase, isRunning, failure } = useDeletion();
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void erase(password);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw="var(--ho-form)">
        {isGuest ? null : (
          <PasswordInput
            label={words.password}
            autoComplete="current-password"
            ref={focusOnArrival}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <Group gap="sm">
          <ActButton type="submit" variant="default" isRunning={isRunning}>
            {words.confirm}
          </ActButton>
          <Button variant="subtle" color="gray" onClick={onKeep} {...(isGuest ? { ref: focusOnArrival } : {})}>
            {words.keep}
          </Button>
        </Group>
        <ActError>{failure}</ActError>
      </Stack>
    </form>
  );
}

/** Deletes the account or guest with all data; first states what cannot be undone. */
export function DeleteMyData({ isGuest }: { readonly isGuest: boolean }) {
  const words = useProgressMessages().delete;
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Stack component="section" gap="sm" align="flex-start">
      <Title order={2}>{words.title}</Title>
      <Text maw="var(--ho-measure)">{isGuest ? words.guest : words.account}</Text>
      {isAsked ? (
        <Confirmation isGuest={isGuest} onKeep={() => setIsAsked(false)} />
      ) : (
        <Button variant="default" onClick={() => setIsAsked(true)}>
          {words.open}
        </Button>
      )}
    </Stack>
  );
}
