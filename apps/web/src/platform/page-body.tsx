import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly width?: Width;
  /** Beside a rail the page begins where the rail ends. */
  readonly isBesideRail?: boolean;
  readonly children: ReactNode;
};

type Width = 'reading' | 'page' | 'full';

const MAX: Readonly<Record<Width, string>> = { reading: 'var(--ho-reading)', page: 'var(--ho-page)', full: '100%' };

/** The width of a page: a reading column, the default, or the full window for code. */
export function PageBody({ width = 'page', isBesideRail = false, children }: Props) {
  const padding = width === 'full' ? {} : { px: { base: 'md', xs: 'lg' }, py: { base: 'lg', sm: 'xl' } };
  return (
    <Box maw={MAX[width]} mx={isBesideRail ? 0 : 'auto'} w="100%" {...padding}>
      {children}
    </Box>
  );
}
