import { QueryFailedError } from 'typeorm';

/** SQLSTATE 23505: somebody else was first. */
const UNIQUE_VIOLATION = '23505';

/** Tells whether a statement failed because the row is there already. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
