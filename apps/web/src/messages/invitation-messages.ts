import { createContext, use } from 'react';
import { invitation } from './en/invitation';

export type InvitationMessages = typeof invitation;

const Context = createContext(invitation);

/** The texts of an invitation to an organization, loaded with its pages. */
export function useInvitationMessages(): InvitationMessages {
  return use(Context);
}
