import { parseId } from '@holdout/persistence';
import { AppError, notFound } from '../../platform/app-error';

/** The id of something of ours: text that is no id names nothing that exists. */
export function idOrNotFound(text: string): string {
  const id = parseId(text);
  if (id === null) throw notFound();
  return id;
}

/** An id that a client makes, of which only the form can be wrong. */
export function clientId(text: string): string {
  const id = parseId(text);
  if (id === null) throw new AppError('BAD_INPUT', 'An id made by the client must be a UUID.');
  return id;
}
