import type { QuestionReportReason } from '../../generated/operations';

const reasons: Readonly<Record<QuestionReportReason, string>> = {
  WRONG: 'Something in it is wrong',
  UNCLEAR: 'It can be read in more than one way',
  TECHNICAL: 'It does not work or display as it should',
  OTHER: 'Something else',
};

export const reportQuestion = {
  open: 'Report this question',
  title: 'Report this question',
  reason: 'What is the matter?',
  reasons,
  text: 'What did you see, and what did you expect?',
  textHint: 'The authors see your words and the question, not who you are. At most 2,000 characters.',
  send: 'Send report',
  cancel: 'Cancel',
  sent: (reference: string) => `Sent to the authors. To quote when asking about it: ${reference}`,
  done: 'Close',
};
