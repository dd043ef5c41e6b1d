import { createContext, use } from 'react';
import { accountLinks } from './en/account-links';
import { accountSettings } from './en/account-settings';
import { security } from './en/security';
import { signInSteps } from './en/sign-in';

const en = { accountLinks, accountSettings, security, signInSteps };

type AccountMessages = typeof en;

const Context = createContext<AccountMessages>(en);

/** The texts of signing in and of the account. They are loaded with those pages only: a candidate does not wait for them. */
export function useAccountMessages(): AccountMessages {
  return use(Context);
}
