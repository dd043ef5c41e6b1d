import { createContext, use } from 'react';
import { home } from './en/home';

export type HomeMessages = typeof home;

const Context = createContext(home);

/** The texts of the home page, loaded with it. */
export function useHomeMessages(): HomeMessages {
  return use(Context);
}
