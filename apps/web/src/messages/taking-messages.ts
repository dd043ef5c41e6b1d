import { createContext, use } from 'react';
import { taking } from './en/taking';

type TakingMessages = typeof taking;

const Context = createContext<TakingMessages>(taking);

/** The texts of an attempt at an assessment. They are loaded with it only: practice does not wait for them. */
export function useTakingMessages(): TakingMessages {
  return use(Context);
}
