import { createContext, use } from 'react';
import { late } from './en/late';

const Context = createContext(late);

/** The texts of answers that came late, for members. A candidate does not load them. */
export function useLateMessages(): typeof late {
  return use(Context);
}
