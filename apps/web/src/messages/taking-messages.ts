import { createContext, use } from 'react';
import { taking } from './en/taking';

export type TakingMessages = typeof taking;

const Context = createContext<TakingMessages>(taking);

/** The texts of a candidate. They are loaded with those pages only: practice does not wait for them. */
export function useTakingMessages(): TakingMessages {
  return use(Context);
}
