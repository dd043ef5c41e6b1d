import { Markdown, Status } from '@holdout/ui';
import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useMessages } from '../messages/messages';
import { points, verdictOf } from './score';

type Markers = ReturnType<typeof useMessages>['question']['markedBy'];

type Feedback = {
  readonly earned: number;
  readonly possible: number;
  readonly pending?: number;
  readonly markedBy?: keyof Markers | null;
};

function Verdict({ feedback, isAnswered }: { readonly feedback: Feedback; readonly isAnswered: boolean }) {
  const words = useMessages().question;
  if (!isAnswered) return <Status kind="notGraded" label={words.notAnswered} />;
  const kind = verdictOf(feedback);
  return kind === 'waiting' ? <Status kind={kind} label={words.awaitsMarks} /> : <Status kind={kind} />;
}

/** The result (right, partly right, wrong or pending) with its points and who gave them. */
export function FeedbackVerdict({
  feedback,
  isAnswered,
}: {
  readonly feedback: Feedback;
  readonly isAnswered: boolean;
}) {
  const words = useMessages().question;
  const { earned, possible, pending = 0, markedBy = null } = feedback;
  const marker = markedBy === null ? null : words.markedBy[markedBy];
  return (
    <Group gap="sm">
      <Verdict feedback={feedback} isAnswered={isAnswered} />
      {isAnswered ? (
        <Text size="sm" c="dimmed">
          {pending > 0
            ? words.pointsPending(points(earned), points(possible), points(pending))
            : words.points(points(earned), points(possible))}
        </Text>
      ) : null}
      {marker === null ? null : (
        <Text size="sm" c="dimmed">
          {marker}
        </Text>
      )}
    </Group>
  );
}

type Explained = { readonly explanation: string; readonly sources: readonly string[] };

/** Explains the correct answer, and names what the question rests on. */
export function Explanation({ feedback: { explanation, sources } }: { readonly feedback: Explained }) {
  const words = useMessages().question;
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{words.explanation}</Title>
      <Markdown topHeading={3}>{explanation}</Markdown>
      {sources.length > 0 ? (
        <details>
          <Text component="summary" size="xs" c="dimmed" py="xs">
            {words.sources}
          </Text>
          <List size="xs" withPadding>
            {sources.map((source) => (
              <List.Item key={source}>{source}</List.Item>
            ))}
          </List>
        </details>
      ) : null}
    </Stack>
  );
}
