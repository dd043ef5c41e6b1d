import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageBody } from '../platform/page-body';
import styles from './sitting-frame.module.css';

/** A reading column, or full window width for code. */
export function SittingFrame({ isWide, children }: { readonly isWide: boolean; readonly children: ReactNode }) {
  if (isWide) {
    return (
      <div className={styles['window']} data-width="window">
        {children}
      </div>
    );
  }
  return (
    <PageBody width="reading">
      <Stack gap="lg">{children}</Stack>
    </PageBody>
  );
}
