import { lazy, Suspense } from 'react';
import type { HelpDialogProps } from './help-dialog-content';

const Content = lazy(async () => ({ default: (await import('./help-dialog-content')).HelpDialogContent }));

/** The keyboard shortcuts of Holdout, and the switch for single-key shortcuts; fetched when first opened. */
export function HelpDialog(props: HelpDialogProps) {
  return props.isOpen ? (
    <Suspense fallback={null}>
      <Content {...props} />
    </Suspense>
  ) : null;
}
