import { createContext, use } from 'react';
import { similarity } from './en/similarity';

const Context = createContext(similarity);

/** The texts of comparing programs. A candidate does not load them. */
export function useSimilarityMessages(): typeof similarity {
  return use(Context);
}
