import { createContext, use } from 'react';
import { markingWords } from './en/marking';

const Context = createContext(markingWords);

/** The texts of marking. Nobody but reviewers loads them. */
export function useMarkingMessages(): typeof markingWords {
  return use(Context);
}
