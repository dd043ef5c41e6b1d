import { createContext, use } from 'react';
import { live } from './en/live';

const Context = createContext(live);

/** The texts of watching over running attempts. A candidate does not load them. */
export function useLiveMessages(): typeof live {
  return use(Context);
}
