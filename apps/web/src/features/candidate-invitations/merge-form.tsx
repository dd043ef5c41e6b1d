import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, focusOnArrival } from '@holdout/ui';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { onAnswer } from '../../platform/on-answer';
import { errorWords } from '../../platform/error-words';
import { useOrganization } from '../../platform/organization/organization-context';
import rows from '../../platform/row-list.module.css';
import { useAct } from '../../platform/use-act';
import type { DialogProps } from './dialogs';
import { FIND_CANDIDATES, type FoundCandidate, MERGE } from './invitations-operations';

type Search = { readonly others: readonly FoundCandidate[]; readonly own: FoundCandidate | null };

/** Finds other records by words, and the record itself by its address, to say what would move. */
function useSearch({ invitations }: DialogProps) {
  const messages = useMessages();
  const { slug } = useOrganization();
  const client = useApolloClient();
  const [found, setFound] = useState<Search | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const candidate = invitations[0]?.candidate;
  const ask = async (text: string) => {
    const variables = { slug, text };
    const { data } = await client.query({ query: FIND_CANDIDATES, variables, fetchPolicy: 'network-only' });
    return data?.candidates ?? [];
  };
  const find = async (text: string) => {
    setFailure(null);
    try {
      const [others, own] = await Promise.all([ask(text), ask(candidate?.email ?? '')]);
      const isOwn = (each: FoundCandidate): boolean => each.candidate.id === candidate?.id;
      setFound({ others: others.filter((each) => !isOwn(each)), own: own.find(isOwn) ?? null });
    } catch (error) {
      setFailure(errorWords(messages, error));
    }
  };
  return { found, find, failure };
}

type ConfirmProps = DialogProps & {
  readonly from: FoundCandidate | null;
  readonly into: FoundCandidate;
  readonly onBack: () => void;
};

/** Merges two records; what keeps it from that becomes a text. */
function useMerge(onDone: DialogProps['onDone']) {
  const words = useAssessmentMessages().candidateInvitations.dialog;
  const { slug: organization } = useOrganization();
  const { act, isRunning, failure } = useAct(MERGE);
  const [problem, setProblem] = useState<string | null>(null);
  const merge = async (candidateId: string, intoCandidateId: string) => {
    setProblem(null);
    await onAnswer((await act({ input: { organization, candidateId, intoCandidateId } }))?.mergeCandidates, {
      MergeCandidatesSuccess: ({ candidate: { name } }) => onDone(words.merged(name)),
      OtherAttemptOpenProblem: ({ title }) => setProblem(words.mergeBothTake(title)),
    });
  };
  return { merge, isRunning, failure: problem ?? failure };
}

function Confirm({ invitations, from, into, onBack, onDone }: ConfirmProps) {
  const words = useAssessmentMessages().candidateInvitations.dialog;
  const { merge, isRunning, failure } = useMerge(onDone);
  const candidate = invitations[0]?.candidate;
  return (
    <Stack>
      <Text>
        {words.mergeMoves(
          from?.invitationCount ?? 1,
          from?.attemptCount ?? 0,
          candidate?.email ?? '',
          `${into.candidate.name} (${into.candidate.email})`,
        )}
      </Text>
      <Group gap="sm">
        <ActButton
          ref={focusOnArrival}
          isRunning={isRunning}
          onClick={() => void merge(candidate?.id ?? '', into.candidate.id)}
        >
          {words.mergeAct}
        </ActButton>
        <Button variant="default" onClick={onBack}>
          {words.mergeBack}
        </Button>
      </Group>
      <ActError>{failure}</ActError>
    </Stack>
  );
}

/** Finds the record that is to be kept, says what moves there, and merges. */
export function MergeForm(props: DialogProps) {
  const words = useAssessmentMessages().candidateInvitations.dialog;
  const { found, find, failure } = useSearch(props);
  const [text, setText] = useState('');
  const [into, setInto] = useState<FoundCandidate | null>(null);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void find(text);
  };
  if (into) return <Confirm {...props} from={found?.own ?? null} into={into} onBack={() => setInto(null)} />;
  return (
    <Stack>
      <Text>{words.mergeWhat}</Text>
      <form role="search" onSubmit={submit}>
        <Group gap="sm" align="flex-end">
          <TextInput
            flex={1}
            type="search"
            label={words.mergeSearch}
            value={text}
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {words.mergeFind}
          </Button>
        </Group>
      </form>
      <ActError>{failure}</ActError>
      {found?.others.length === 0 ? <Text role="status">{words.mergeNone}</Text> : null}
      <ul className={rows['list']}>
        {found?.others.map((other) => (
          <li key={other.candidate.id} className={rows['row']}>
            <div>
              <Text fw={600}>{other.candidate.name}</Text>
              <Text size="xs" c="dimmed">
                {other.candidate.email}
              </Text>
              <Text size="xs" c="dimmed">
                {words.mergeHas(other.invitationCount, other.attemptCount)}
              </Text>
            </div>
            <Button
              variant="default"
              aria-label={words.mergeChoose(`${other.candidate.name} (${other.candidate.email})`)}
              onClick={() => setInto(other)}
            >
              {words.mergeChoose(other.candidate.name)}
            </Button>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
