import { Markdown, Status, type StatusKind } from '@holdout/ui';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useMessages } from '../messages/messages';

type Feedback = { readonly earned: number; readonly possible: number; readonly explanation: string };

const TWO_DECIMALS = 100;
const points = (value: number): string => String(Math.round(value * TWO_DECIMALS) / TWO_DECIMALS);

function kindOf({ earned, possible }: Feedback): StatusKind {
  if (earned >= possible) return 'right';
  return earned > 0 ? 'partly' : 'wrong';
}

/** Right, partly right or not, with its points. */
export function FeedbackVerdict({
  feedback,
  isAnswered,
}: {
  readonly feedback: Feedback;
  readonly isAnswered: boolean;
}) {
  const words = useMessages().question;
  return (
    <Group gap="sm">
      {isAnswered ? <Status kind={kindOf(feedback)} /> : <Status kind="notGraded" label={words.notAnswered} />}
      <Text size="sm" c="dimmed">
        {words.points(points(feedback.earned), points(feedback.possible))}
      </Text>
    </Group>
  );
}

/** Why the answer is what it is. */
export function Explanation({ text }: { readonly text: string }) {
  const words = useMessages().question;
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{words.explanation}</Title>
      <Markdown topHeading={3}>{text}</Markdown>
    </Stack>
  );
}
