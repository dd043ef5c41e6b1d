import { say } from './isolate';

/** The mail with the code that verifies an address for a public link. */
export const SEAT_CODE_WORDS = {
  subject: (title: string) => say`Your code: ${title}`,
  hello: (name: string) => say`Hello ${name},`,
  what: (organization: string) =>
    say`Type this code in on the page of ${organization} that asked for it. It is good for ten minutes, once.`,
  notYou: 'If you did not ask for it, ignore this message and do not pass the code on.',
} as const;
