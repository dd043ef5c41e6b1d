import { createContext, use } from 'react';
import { coverage } from './en/coverage';

const Context = createContext(coverage);

/** The texts of the coverage page, loaded with it. */
export function useCoverageMessages(): typeof coverage {
  return use(Context);
}
