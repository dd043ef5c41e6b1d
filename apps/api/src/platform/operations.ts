import { AppError } from './app-error';

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

function knownQuery({ extensions }: Body, operations: ReadonlyMap<string, string>): string {
  const hash = extensions?.persistedQuery?.sha256Hash;
  if (typeof hash !== 'string')
    throw new AppError('BAD_INPUT', 'Only the operations of the web app are answered here.');
  const known = operations.get(hash);
  if (known === undefined) throw new AppError('BAD_INPUT', 'This operation is not known here; load the page again.');
  return known;
}

function freeQuery({ query }: Body): string {
  if (typeof query !== 'string') throw new AppError('BAD_INPUT', 'The request has no query.');
  return query;
}

/**
 * Gives what is to be executed, over HTTP and over the websocket alike.
 *
 * With a list of operations only those are: the text comes from the list, never from the client.
 */
export function admitOperation(body: unknown, operations: ReadonlyMap<string, string> | null): GraphQLRequest {
  if (!isObject(body)) throw new AppError('BAD_INPUT', 'The body is one JSON object.');
  const { variables, operationName } = body;
  return {
    query: operations ? knownQuery(body, operations) : freeQuery(body),
    ...(isObject(variables) ? { variables } : {}),
    ...(typeof operationName === 'string' ? { operationName } : {}),
  };
}
