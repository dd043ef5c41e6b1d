import { Button, Stack, Text, Title } from '@mantine/core';
import { useUiMessages } from './ui-messages';

type Props = {
  readonly onRetry: () => void;
  /** Replaces the usual words when more is known. */
  readonly title?: string;
  readonly detail?: string;
  /** To quote when asking for help; only our own failures have one. */
  readonly errorId?: string | undefined;
};

/** Says that a part of the page could not be shown, what is safe, and offers to try again. */
export function PaneError({ onRetry, title, detail, errorId }: Props) {
  const words = useUiMessages();
  return (
    <Stack role="alert" gap="sm" align="flex-start" py="lg">
      <Title order={2} size="h3">
        {title ?? words.pane.title}
      </Title>
      <Text>{detail ?? words.pane.safe}</Text>
      {errorId ? (
        <Text size="sm" c="dimmed">
          {words.pane.errorId(errorId)}
        </Text>
      ) : null}
      <Button variant="default" onClick={onRetry}>
        {words.pane.retry}
      </Button>
    </Stack>
  );
}
