import { Button, Stack, Text, Title } from '@mantine/core';
import { useUiMessages } from './ui-messages';

type Props = {
  readonly onRetry: () => void;
  /** Replaces the default title if more is known. */
  readonly title?: string;
  readonly detail?: string;
  /** 1 where it stands for a whole page, which has no other heading. */
  readonly level?: 1 | 2;
  /** An id to quote when asking for help; only internal errors have one. */
  readonly errorId?: string | undefined;
};

/** A failed part of the page: what is safe, and a retry button. */
export function PaneError({ onRetry, title, detail, level = 2, errorId }: Props) {
  const words = useUiMessages();
  return (
    <Stack role="alert" gap="sm" align="flex-start" py="lg">
      <Title order={level} size="h3">
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
