import { Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** One matter on Today: what waits, and the way to it. */
export function TodaySection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" gap="sm" align="flex-start" aria-labelledby={id}>
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}
