import type { MailContent } from '../features/mail/mail-content';
import { say } from './isolate';

type Link = { readonly name: string; readonly url: string };

const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
const button = (label: string, url: string) => ({ kind: 'button', label, url }) as const;

/** The mails about an account. None contains a name that a stranger could have chosen, except in what they asked for. */
export const accountMails = {
  signUp: ({ name, url }: Link): MailContent => ({
    subject: 'Confirm your e-mail address',
    blocks: [
      paragraph(say`Hello ${name},`),
      paragraph('to finish creating your account, open this link and enter the password that you chose.'),
      button('Confirm the address', url),
      paragraph('The link works for 24 hours. If you did not ask for an account, do nothing: none is created.'),
    ],
  }),

  known: ({ signIn, reset }: { readonly signIn: string; readonly reset: string }): MailContent => ({
    subject: 'You already have an account',
    blocks: [
      paragraph('You, or another person, tried to create an account with this address. It already has one.'),
      button('Sign in', signIn),
      paragraph('If you do not know the password any more, you can set a new one.'),
      button('Set a new password', reset),
      paragraph('If it was not you, do nothing: your account is unchanged.'),
    ],
  }),

  proveAddress: ({ name, url }: Link): MailContent => ({
    subject: 'Confirm your e-mail address',
    blocks: [
      paragraph(say`Hello ${name},`),
      paragraph('open this link to use this address for your account.'),
      button('Confirm the address', url),
      paragraph('The link works for 24 hours. If you did not ask for this, do nothing: nothing changes.'),
    ],
  }),

  addressTaken: ({ site }: { readonly site: string }): MailContent => ({
    subject: 'This address already has an account',
    blocks: [
      paragraph(
        say`You, or another person, asked to use this address for another account at ${site}. It already has one.`,
      ),
      paragraph(
        'If it was you: sign in with this address, or delete that account first. If it was not you, do nothing: your account is unchanged.',
      ),
    ],
  }),

  reset: ({ name, url }: Link): MailContent => ({
    subject: 'Set a new password',
    blocks: [
      paragraph(say`Hello ${name},`),
      paragraph('open this link to set a new password. You will be signed out on every device.'),
      button('Set a new password', url),
      paragraph(
        'The link works for one hour, once. If you did not ask for it, do nothing: your password stays as it is.',
      ),
    ],
  }),

  passwordChanged: ({ reset }: { readonly reset: string }): MailContent => ({
    subject: 'Your password was changed',
    blocks: [
      paragraph('The password of your account was changed. Other sessions were ended; API tokens stay valid.'),
      paragraph('If it was not you, set a new password now, then look at your sessions and API tokens.'),
      button('Set a new password', reset),
    ],
  }),

  addressChanged: ({ to }: { readonly to: string }): MailContent => ({
    subject: 'The e-mail address of your account was changed',
    blocks: [
      paragraph(say`Your account now uses the address ${to}. Mail no longer goes to this one.`),
      paragraph('If it was not you, write to the people who run this site.'),
    ],
  }),
} as const;
