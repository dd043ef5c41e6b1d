import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import type { CatalogueQuery, QuestionFilter } from '../../generated/operations';
import { CATALOGUE } from './catalogue-query';

const PAGE = 50;
/** The API's maximum page size. */
const MOST = 100;

function partsOf(list: CatalogueQuery['questions'] | undefined) {
  if (!list) return { questions: null, totalCount: 0, hasMore: false };
  const questions = list.edges.map((edge) => edge.node);
  return { questions, totalCount: list.totalCount, hasMore: list.pageInfo.hasNextPage };
}

/** Returns as many rows as were loaded before, so that the browser can restore the scroll position. */
function useFirst(filter: QuestionFilter): number {
  const { cache } = useApolloClient();
  return useMemo(() => {
    const known = cache.readQuery({ query: CATALOGUE, variables: { first: PAGE, filter } });
    return Math.min(MOST, Math.max(PAGE, known?.questions.edges.length ?? 0));
  }, [cache, filter]);
}

/** The filtered list, page by page. While another filter loads, the previous list stays, marked as busy. */
export function useQuestions(filter: QuestionFilter) {
  const first = useFirst(filter);
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(CATALOGUE, {
    variables: { first, filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const [moreError, setMoreError] = useState<unknown>(null);
  const list = (data ?? previousData)?.questions;
  return {
    ...partsOf(list),
    isCurrent: data !== undefined,
    isBusy: loading,
    error,
    retry: () => void refetch(),
    moreError,
    /** True if more rows were loaded. */
    loadMore: async (): Promise<boolean> => {
      setMoreError(null);
      try {
        await fetchMore({ variables: { first: PAGE, after: list?.pageInfo.endCursor ?? null } });
        return true;
      } catch (failure) {
        setMoreError(failure);
        return false;
      }
    },
  };
}

export type Questions = ReturnType<typeof useQuestions>;
