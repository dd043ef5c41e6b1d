import { ApolloLink } from '@apollo/client';
import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';

/** Replaces the text of each operation with its id, the beginning of its SHA-256, which `vite.config.ts` writes beside it. */
export const persistedLink = new ApolloLink((operation, forward) => {
  const sha256Hash = idOf(operation.query);
  if (!sha256Hash) throw new Error(`Operation ${String(operation.operationName)} was unknown when the app was built`);
  operation.extensions['persistedQuery'] = { version: 1, sha256Hash };
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});

function idOf({ definitions }: DocumentNode): string | undefined {
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return (operation as (OperationDefinitionNode & { readonly id?: string }) | undefined)?.id;
}
