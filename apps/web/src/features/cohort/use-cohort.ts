import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePageQuery } from '../../platform/use-page-query';
import { filterOf, orderOf } from './cohort-address';
import { COHORT, COUNTS } from './cohort-operations';

export const PAGE = 50;

/** The people that the filter of the URL leaves, page by page. */
export function useCohort(assessmentId: string) {
  const client = useApolloClient();
  const [search] = useSearchParams();
  const [isBusy, setIsBusy] = useState(false);
  const { data, fetchMore } = usePageQuery(COHORT, {
    assessmentId,
    filter: filterOf(search),
    order: orderOf(search),
    first: PAGE,
  });
  const { edges, pageInfo } = data.cohort;
  const more = async () => {
    setIsBusy(true);
    try {
      await fetchMore({ variables: { after: pageInfo.endCursor } });
    } finally {
      setIsBusy(false);
    }
  };
  const refetchCounts = useCallback(() => client.refetchQueries({ include: [COUNTS] }), [client]);
  return { entries: edges.map(({ node }) => node), hasMore: pageInfo.hasNextPage, isBusy, more, refetchCounts };
}
