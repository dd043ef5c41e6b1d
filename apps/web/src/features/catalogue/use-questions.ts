import { useQuery } from '@apollo/client/react';
import type { CatalogueQuery, QuestionFilter } from '../../generated/operations';
import { CATALOGUE } from './catalogue-query';

const PAGE = 50;

function partsOf(list: CatalogueQuery['questions'] | undefined) {
  if (!list) return { questions: null, totalCount: 0, hasMore: false };
  const questions = list.edges.map((edge) => edge.node);
  return { questions, totalCount: list.totalCount, hasMore: list.pageInfo.hasNextPage };
}

/** The filtered list, page by page. While another filter is fetched the former list stays, marked as busy. */
export function useQuestions(filter: QuestionFilter) {
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(CATALOGUE, {
    variables: { first: PAGE, filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const list = (data ?? previousData)?.questions;
  return {
    ...partsOf(list),
    isCurrent: data !== undefined,
    isBusy: loading,
    error,
    retry: () => void refetch(),
    loadMore: async () => {
      await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } });
    },
  };
}

export type Questions = ReturnType<typeof useQuestions>;
