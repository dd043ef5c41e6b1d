import { Modal } from '@mantine/core';
import { useMessages } from '../messages/messages';
import { ReportForm, type ReportFormProps } from './report-form';

/** The dialog with the report form, fetched when first opened. */
export function ReportDialog(props: ReportFormProps) {
  const messages = useMessages();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={messages.reportQuestion.title}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <ReportForm {...props} />
    </Modal>
  );
}
