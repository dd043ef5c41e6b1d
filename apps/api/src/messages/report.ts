import { say } from './isolate';

/** Mails about reports, to candidates. */
export const REPORT_WORDS = {
  released: {
    subject: (title: string) => say`Your answers were marked: ${title}`,
    hello: (name: string) => say`Hello ${name},`,
    reviewed: (organization: string, title: string) =>
      say`${organization} has finished marking your answers to ${title}.`,
    contact: (address: string) => say`Questions? Write to ${address}.`,
  },
} as const;
