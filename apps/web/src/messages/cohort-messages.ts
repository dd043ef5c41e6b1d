import { createContext, use } from 'react';
import { cohort } from './en/cohort';

const Context = createContext(cohort);

/** The texts of cohorts, comparisons and item statistics. A candidate does not load them. */
export function useCohortMessages(): typeof cohort {
  return use(Context);
}
