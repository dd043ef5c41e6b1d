import { createContext, use } from 'react';
import { calculator } from './en/calculator';

const Context = createContext(calculator);

/** The texts of the calculator, loaded with it. */
export function useCalculatorMessages(): typeof calculator {
  return use(Context);
}
