import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useMessages } from '../messages/messages';

const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog')).ReportDialog }));

type Props = {
  /** Unknown to an item that does not show its question yet. */
  readonly slug?: string;
  /** The item in which the question was shown, if any. */
  readonly itemId?: string;
};

/** The button on every question that opens the report dialog. */
export function ReportQuestion({ slug, itemId }: Props) {
  const words = useMessages().reportQuestion;
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" data-flush onClick={dialog.open}>
        {words.open}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <ReportDialog slug={slug ?? null} itemId={itemId ?? null} onClose={dialog.close} /> : null}
      </Suspense>
    </>
  );
}
