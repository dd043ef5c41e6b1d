import { useApolloClient } from '@apollo/client/react';
import { Anchor, Checkbox, List, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import type { DialogProps } from './dialogs';
import { FormActs } from './form-acts';
import { ERASE } from './invitations-operations';

/** Asks before a candidate's data is deleted, and offers it as files first. */
export function EraseForm({ invitations, onClose, onDone }: DialogProps) {
  const { dialog: words, acts } = useAssessmentMessages().candidateInvitations;
  const { slug } = useOrganization();
  const client = useApolloClient();
  const { act, isRunning, failure } = useAct(ERASE);
  const [isSure, setIsSure] = useState(false);
  const candidate = invitations[0]?.candidate;
  if (candidate === undefined) return null;
  const query = new URLSearchParams({ slug, candidateId: candidate.id }).toString();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isSure) return;
    const answer = await act({ input: { organization: slug, candidateId: candidate.id, confirm: true } });
    if (answer?.eraseCandidate.__typename !== 'EraseCandidateSuccess') return;
    onDone(acts.erased);
    await client.refetchQueries({ include: 'active' });
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Text>{words.eraseWhat}</Text>
        <Text>{words.eraseFiles}</Text>
        <List size="sm">
          <List.Item>
            <Anchor href={`/exports/candidate-data.json?${query}`} download>
              {words.eraseJson}
            </Anchor>
          </List.Item>
          <List.Item>
            <Anchor href={`/exports/candidate-files.zip?${query}`} download>
              {words.eraseZip}
            </Anchor>
          </List.Item>
        </List>
        <Checkbox
          label={words.eraseSure}
          checked={isSure}
          onChange={(event) => setIsSure(event.currentTarget.checked)}
        />
        <FormActs act={words.eraseAct} isRunning={isRunning} failure={failure} onClose={onClose} />
      </Stack>
    </form>
  );
}
