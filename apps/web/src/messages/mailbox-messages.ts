import { createContext, use } from 'react';
import { mailbox } from './en/mailbox';

const Context = createContext(mailbox);

/** The texts of the local mailbox, loaded with it. */
export function useMailboxMessages(): typeof mailbox {
  return use(Context);
}
