import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { readonly title: string; readonly detail?: ReactNode; readonly action?: ReactNode };

/** What will be shown here, and the one action that adds it. */
export function EmptyState({ title, detail, action }: Props) {
  return (
    <Stack gap="sm" align="flex-start" py="lg">
      <Title order={2} size="h3">
        {title}
      </Title>
      {detail ? <Text maw="var(--ho-measure)">{detail}</Text> : null}
      {action}
    </Stack>
  );
}
