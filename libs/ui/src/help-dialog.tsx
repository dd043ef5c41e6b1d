import { lazy, Suspense } from 'react';

/** One line of the help: the keys, pressed together or in sequence, and their action. */
export type KeyHelp = { readonly keys: readonly string[]; readonly does: string };
export type KeyHelpSection = { readonly title: string; readonly lines: readonly KeyHelp[] };

export type HelpDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly sections: readonly KeyHelpSection[];
};

const Content = lazy(async () => ({ default: (await import('./help-dialog-content')).HelpDialogContent }));

/** The keyboard shortcuts of Holdout, and the switch for single-key shortcuts; fetched when first opened. */
export function HelpDialog(props: HelpDialogProps) {
  return props.isOpen ? (
    <Suspense fallback={null}>
      <Content {...props} />
    </Suspense>
  ) : null;
}
