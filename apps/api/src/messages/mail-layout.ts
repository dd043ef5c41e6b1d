import { say } from './isolate';

/** The language of all mails, as in `lang`. */
export const LANGUAGE = 'en';

export const LAYOUT_WORDS = {
  orOpen: 'Or open this address:',
  sentBy: (site: string) => say`Sent by Holdout at ${site}. If you did not expect this message, you can ignore it.`,
} as const;
