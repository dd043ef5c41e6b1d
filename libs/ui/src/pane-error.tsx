import { Button, Stack, Text, Title } from '@mantine/core';
import { useUiMessages } from './ui-messages';

type Props = {
  readonly onRetry: () => void;
  /** Replaces the default title if more is known. */
  readonly title?: string;
  readonly detail?: string;
  /** An id to quote when asking for help; only internal errors have one. */
  readonly errorId?: string | undefined;
};

/** A failed part of the page: what is safe, and a retry button. */
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
