import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useSuspenseQuery } from '@apollo/client/react';
import { usePaneTry } from '@holdout/ui';

type Policy = 'cache-first' | 'cache-and-network' | 'network-only';

/** Reads what a pane shows: suspends while it is fetched, throws what fails, and asks anew when the pane is retried. */
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
