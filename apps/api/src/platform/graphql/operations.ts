import { AppError } from '../app-error';
import type { Admission } from '../app-options';

const NOT_LISTED = 'This server executes only the operations of its web app.';
const UNKNOWN_HASH = 'Unknown operation: the page is older than the server. Reload it.';

type Body = {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null;
};

export type GraphQLRequest = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function queryOf({ query, extensions }: Body, { known, isOpen }: Admission): string {
  const hash = extensions?.persistedQuery?.sha256Hash;
  const listed = typeof hash === 'string' ? known.get(hash) : undefined;
  if (listed !== undefined) return listed;
  if (!isOpen) throw new AppError('BAD_INPUT', hash === undefined ? NOT_LISTED : UNKNOWN_HASH);
  if (typeof query !== 'string') throw new AppError('BAD_INPUT', 'The request has no query.');
  return query;
}

/**
 * The operation to execute, for HTTP and the websocket.
 *
 * In production only listed operations are executed; their text comes from the list, never from the client.
 */
export function admitOperation(body: unknown, admission: Admission): GraphQLRequest {
  if (!isObject(body)) throw new AppError('BAD_INPUT', 'The body must be one JSON object.');
  const { variables, operationName } = body;
  return {
    query: queryOf(body, admission),
    ...(isObject(variables) ? { variables } : {}),
    ...(typeof operationName === 'string' ? { operationName } : {}),
  };
}
