import { ApolloLink } from '@apollo/client';
import { operationIds } from '../generated/operation-ids';

/** Replaces the text of each operation with its id, the beginning of its SHA-256, computed at build time. */
export function persistedLink(ids: Readonly<Record<string, string>> = operationIds): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const sha256Hash = ids[operation.operationName ?? ''];
    if (!sha256Hash) throw new Error(`Operation ${String(operation.operationName)} was unknown when the app was built`);
    operation.extensions['persistedQuery'] = { version: 1, sha256Hash };
    operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    return forward(operation);
  });
}
