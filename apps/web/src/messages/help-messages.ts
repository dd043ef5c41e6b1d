import { createContext, use } from 'react';
import { help } from './en/help';

const Context = createContext(help);

/** The texts of calling for help and of messages during an attempt, loaded when the first is shown. */
export function useHelpMessages(): typeof help {
  return use(Context);
}
