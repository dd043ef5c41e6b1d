import { say } from './isolate';

/** Mails about reports, to candidates. */
export const REPORT_WORDS = {
  released: {
    subject: (title: string) => say`Your report: ${title}`,
    hello: (name: string) => say`Hello ${name},`,
    ready: (organization: string, title: string) =>
      say`${organization} has released your report for ${title}: your score with its error and, where the organization allows it, your answers with their reasons.`,
    reviewed: (organization: string, title: string) =>
      say`${organization} has finished marking your answers to ${title}.`,
    how: 'Open it with the link of your invitation. Within 30 days you can dispute a point there.',
    contact: (address: string) => say`Questions? Write to ${address}.`,
  },
} as const;
