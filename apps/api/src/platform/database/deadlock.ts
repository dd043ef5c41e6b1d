import { QueryFailedError } from 'typeorm';

/** SQLSTATE of a deadlock: PostgreSQL rolled one of the transactions back. */
const DEADLOCK = '40P01';
const TRIES = 4;

export const isDeadlock = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === DEADLOCK;

/** Runs a transaction again if PostgreSQL chose it to end a deadlock. The work must be repeatable. */
export async function retryOnDeadlock<T>(work: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDeadlock(error) || tries <= 1) throw error;
    return retryOnDeadlock(work, tries - 1);
  }
}
