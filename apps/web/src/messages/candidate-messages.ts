import { createContext, use } from 'react';
import { candidate } from './en/candidate';

export type CandidateMessages = typeof candidate;

const Context = createContext<CandidateMessages>(candidate);

/** The texts of the pages before and after an attempt. The attempt itself does not wait for them. */
export function useCandidateMessages(): CandidateMessages {
  return use(Context);
}
