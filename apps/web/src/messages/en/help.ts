import { timeOfDay } from './dates';

type Sent = { readonly sentAt: string; readonly isToAll: boolean };

/** Messages between a candidate and the organization. */
export const help = {
  title: (organization: string) => `Help from ${organization}`,
  messages: 'Messages',
  from: (organization: string, { sentAt, isToAll }: Sent) =>
    isToAll ? `${organization} to everyone, ${timeOfDay(sentAt)}` : `${organization}, ${timeOfDay(sentAt)}`,
  spoken: (organization: string, text: string) => `Message from ${organization}: ${text}`,
  called: ({ sentAt }: Sent) => `You, ${timeOfDay(sentAt)}`,
  withoutWords: 'You called for help.',
  answered: (at: string) => `Answered ${timeOfDay(at)}`,
  before: (organization: string) =>
    `${organization} sees that you need help, and answers on this page. Your answers stay saved; the clock still runs.`,
  waiting: (organization: string, { sentAt }: Sent) =>
    `You called at ${timeOfDay(sentAt)}. The answer of ${organization} appears on this page. Your answers stay saved; the clock still runs.`,
  what: 'What is wrong? (optional)',
  more: 'Add to your call',
  call: 'Call for help',
  add: 'Add',
  ended: 'The attempt has ended. Write to the person who invited you; the address is on the page of the invitation.',
  reply: 'Reply',
  readAll: (count: number) => (count > 1 ? `Read all ${count}` : 'Read all'),
  putAway: 'Close',
};
