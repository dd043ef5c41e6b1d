import { Skeleton, Stack } from '@mantine/core';

const WIDTHS = ['92%', '100%', '84%', '96%', '60%'];

/** Static placeholder lines for text or rows. */
export function SkeletonLines({ count, height = 'sm' }: { readonly count: number; readonly height?: 'sm' | 'row' }) {
  return (
    <Stack gap={height === 'row' ? 'md' : 'sm'} py="sm">
      {Array.from({ length: count }, (_, line) => (
        <Skeleton
          key={line}
          animate={false}
          h={height === 'row' ? 28 : 16}
          w={WIDTHS[line % WIDTHS.length] ?? '100%'}
        />
      ))}
    </Stack>
  );
}
