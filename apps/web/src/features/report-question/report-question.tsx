import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMessages } from '../../messages/messages';
import { ReportForm } from './report-form';

type Props = {
  readonly slug: string;
  /** The item it was met in, when there is one. */
  readonly itemId?: string;
};

/** The button, on every question, that tells the authors what is wrong with it; and its dialog. */
export function ReportQuestion({ slug, itemId }: Props) {
  const messages = useMessages();
  const words = messages.reportQuestion;
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={dialog.open}>
        {words.open}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={words.title}
        closeButtonProps={{ 'aria-label': messages.ui.close }}
      >
        <ReportForm slug={slug} itemId={itemId ?? null} onClose={dialog.close} />
      </Modal>
    </>
  );
}
