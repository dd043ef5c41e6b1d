import { Status } from '@holdout/ui';
import { Group, Text } from '@mantine/core';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import { groupsOf, passedOf, type JudgedView } from '../runs/submission-query';
import { VerdictStatus } from './verdict-status';

type Words = Messages['question']['code'];

function waitingWords(words: Words, { status, placeInQueue }: JudgedView): string {
  if (status === 'RUNNING') return words.running;
  if (status === 'AWAITING_CASES') return words.awaitingCases;
  return placeInQueue === null ? words.queuedSomewhere : words.queued(placeInQueue);
}

type Props = {
  readonly submission: JudgedView;
  /** The code in the editor is another by now. */
  readonly isStale: boolean;
};

/**
 * The state of a run or submission: queue position, running, or its verdict; and whether it is about the current code.
 */
export function SubmissionState({ submission, isStale }: Props) {
  const words = useMessages().question.code;
  const { verdict, status, purpose, earned, possible } = submission;
  const groups = groupsOf(submission);
  return (
    <Group gap="sm" mb="md">
      {status === 'GRADED' && verdict ? (
        <VerdictStatus verdict={verdict} />
      ) : (
        <Status kind="waiting" label={waitingWords(words, submission)} />
      )}
      {groups.length > 0 ? <Text size="sm">{words.groups.summary(passedOf(groups), groups.length)}</Text> : null}
      {earned === null || possible === null ? null : (
        <Text size="sm">{words.earned(String(earned), String(possible))}</Text>
      )}
      <Text size="sm" c="dimmed">
        {purpose === 'RUN' ? words.ranAt(submission.sentAt) : words.submittedAt(submission.sentAt)}
      </Text>
      {isStale ? <Status kind="attention" label={words.stale} /> : null}
    </Group>
  );
}
