import { createContext, use } from 'react';
import { report } from './en/report';

const Context = createContext(report);

/** The texts of reports for members. A candidate does not load them. */
export function useReportMessages(): typeof report {
  return use(Context);
}
