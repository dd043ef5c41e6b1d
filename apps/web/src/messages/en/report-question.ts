import type { QuestionReportReason } from '../../generated/operations';

const reasons: Readonly<Record<QuestionReportReason, string>> = {
  WRONG: 'Something in it is wrong',
  UNCLEAR: 'It can be read in more than one way',
  TECHNICAL: 'It does not work or is not displayed correctly',
  OTHER: 'Something else',
};

export const reportQuestion = {
  open: 'Report this question',
  title: 'Report this question',
  reason: 'What is the problem?',
  reasons,
  text: 'What did you see, and what did you expect?',
  textHint: 'The authors see your report and the question, not who you are.',
  send: 'Send report',
  cancel: 'Cancel',
  sent: (reference: string) => `Sent to the authors. Reference, if you ask about it: ${reference}`,
  done: 'Close',
};
