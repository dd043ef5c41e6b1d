import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useMessages } from '../messages/messages';

const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog')).ReportDialog }));

type Props = {
  readonly slug: string;
  /** The item it was met in, when there is one. */
  readonly itemId?: string;
};

/** The button, on every question, that tells the authors what is wrong with it; and its dialog. */
export function ReportQuestion({ slug, itemId }: Props) {
  const words = useMessages().reportQuestion;
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={dialog.open}>
        {words.open}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <ReportDialog slug={slug} itemId={itemId ?? null} onClose={dialog.close} /> : null}
      </Suspense>
    </>
  );
}
