import { lazy, Suspense } from 'react';

/** One line of the help: the keys pressed together or one after another, and what they do. */
export type KeyHelp = { readonly keys: readonly string[]; readonly does: string };
export type KeyHelpSection = { readonly title: string; readonly lines: readonly KeyHelp[] };

export type HelpDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly sections: readonly KeyHelpSection[];
};

const Content = lazy(async () => ({ default: (await import('./help-dialog-content')).HelpDialogContent }));

/** The keys of Holdout, and the switch for single keys; fetched when first opened. */
export function HelpDialog(props: HelpDialogProps) {
  return props.isOpen ? (
    <Suspense fallback={null}>
      <Content {...props} />
    </Suspense>
  ) : null;
}
