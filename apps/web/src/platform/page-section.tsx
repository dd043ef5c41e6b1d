import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a page below its heading. */
export function PageSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
