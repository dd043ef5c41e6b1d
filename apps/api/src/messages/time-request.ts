import { say } from './isolate';

/** Mails about a candidate's request for more time. The reason is not in them: it may be personal. */
export const TIME_REQUEST_WORDS = {
  asked: {
    subject: (title: string) => say`A candidate asks for more time: ${title}`,
    what: (name: string, title: string) =>
      say`${name} asks for more time for ${title}, before the start. The reason is on the page, for those who may invite.`,
    act: 'Read and answer',
  },
  answer: {
    subject: (title: string) => say`Your request for more time: ${title}`,
    hello: (name: string) => say`Hello ${name},`,
    granted: (minutes: number) => say`Your request was granted. You have ${minutes} minutes from when you press Start.`,
    breaks: (minutes: number) => say`You can also take breaks of ${minutes} minutes in total.`,
    refused: (organization: string) =>
      say`${organization} has not granted your request. You can start with the time that the invitation names.`,
    contact: (address: string) => say`Questions? Write to ${address}.`,
  },
} as const;
