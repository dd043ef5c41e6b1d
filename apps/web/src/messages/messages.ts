import { createContext, use } from 'react';
import { en, type Messages } from './en';

/** The texts of the page; another language is another value of the same type. */
export const MessagesContext = createContext<Messages>(en);

export function useMessages(): Messages {
  return use(MessagesContext);
}
