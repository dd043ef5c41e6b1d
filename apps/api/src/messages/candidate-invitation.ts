import { say } from './isolate';

export const CANDIDATE_INVITATION_WORDS = {
  subject: (title: string, organization: string) => say`${title}: an assessment from ${organization}`,
  reminder: (title: string, organization: string) => say`Reminder: ${title}, an assessment from ${organization}`,
  heading: (title: string) => say`${title}`,
  hello: (name: string) => say`Hello ${name},`,
  who: (organization: string) =>
    say`${organization} invites you to an assessment. The page behind the button says what it measures, what is recorded and who sees it; it starts no clock.`,
  stillOpen: (organization: string) =>
    say`${organization} has invited you to an assessment that you have not started yet.`,
  minutes: 'Time limit',
  minutesValue: (minutes: number) => say`${minutes} minutes, counted from when you press Start`,
  opens: 'You can start from',
  until: 'Start before',
  act: 'Open the invitation',
  contact: (address: string) => say`Do you need more time or another date? Write to ${address} before you start.`,
  personal: 'The link is for you alone. Do not pass it on.',
  event: (title: string, organization: string) => say`Last time to start: ${title} (${organization})`,
  file: 'deadline.ics',
} as const;
