import { ActError } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useCandidateMessages } from '../../messages/candidate-messages';
import { useAct } from '../../platform/use-act';
import styles from './taking.module.css';
import { DELETE_DATA } from './taking-query';

/** Made by the api, with the candidate's session. */
const COPY = '/exports/my-candidate-data.json';

/** What is stored, a copy of it, and its deletion. */
export function CandidateData({ organization }: { readonly organization: string }) {
  const words = useCandidateMessages().landing;
  const { act, isRunning, failure } = useAct(DELETE_DATA);
  const [isAsked, setIsAsked] = useState(false);
  const [isDeleted, setIsDeleted] = useState(false);
  const erase = async () => {
    const answer = (await act({ input: { confirm: true } }))?.deleteMyCandidateData;
    if (answer?.__typename === 'DeleteMyCandidateDataSuccess') setIsDeleted(true);
  };
  if (isDeleted) {
    return <Text role="status">{words.deleted}</Text>;
  }
  return (
    <Stack gap="sm" component="section" align="flex-start" className={styles['noPrint'] ?? ''}>
      <Title order={2}>{words.data}</Title>
      <Text>{words.dataIs(organization)}</Text>
      {isAsked ? (
        <>
          <Text>{words.deleteAsk}</Text>
          <ActError>{failure}</ActError>
          <Group gap="sm">
            <Button variant="default" onClick={() => void erase()} loading={isRunning}>
              {words.deleteConfirm}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setIsAsked(false)}>
              {words.keep}
            </Button>
          </Group>
        </>
      ) : (
        <Group gap="sm">
          <Button component="a" href={COPY} download variant="default" size="compact-sm">
            {words.download}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIsAsked(true)}>
            {words.delete}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
