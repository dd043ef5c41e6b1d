import { createContext, use } from 'react';
import { progress } from './en/progress';

const Context = createContext(progress);

/** The texts of the progress page, loaded with it. */
export function useProgressMessages(): typeof progress {
  return use(Context);
}
