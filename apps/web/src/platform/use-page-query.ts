import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useSuspenseQuery } from '@apollo/client/react';
import { usePaneTry } from '@holdout/ui';

type Policy = 'cache-first' | 'cache-and-network' | 'network-only';

/** Queries the data of a pane: suspends while loading, throws on failure, and refetches when the pane is retried. */
export function usePageQuery<TData, TVariables extends OperationVariables>(
  query: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  fetchPolicy: Policy = 'cache-and-network',
) {
  const tries = usePaneTry();
  return useSuspenseQuery(query as TypedDocumentNode<TData>, {
    variables,
    fetchPolicy,
    queryKey: [tries],
  });
}
