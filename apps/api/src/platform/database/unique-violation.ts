import { QueryFailedError } from 'typeorm';

/** SQLSTATE of a unique violation. */
const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because the row already exists. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
