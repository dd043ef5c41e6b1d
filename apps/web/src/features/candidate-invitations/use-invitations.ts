import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePageQuery } from '../../platform/use-page-query';
import { filterOf, orderOf } from './invitations-address';
import { COUNTS, INVITATIONS } from './invitations-operations';

export const PAGE = 50;

/** The invitations that the filter of the URL leaves, page by page. */
export function useInvitations(assessmentId: string) {
  const client = useApolloClient();
  const [search] = useSearchParams();
  const [isBusy, setIsBusy] = useState(false);
  const { data, fetchMore, refetch } = usePageQuery(INVITATIONS, {
    assessmentId,
    filter: filterOf(search),
    order: orderOf(search),
    first: PAGE,
  });
  const { edges, pageInfo } = data.candidateInvitations;
  const more = async () => {
    setIsBusy(true);
    try {
      await fetchMore({ variables: { after: pageInfo.endCursor } });
    } finally {
      setIsBusy(false);
    }
  };
  const refetchCounts = useCallback(() => client.refetchQueries({ include: [COUNTS] }), [client]);
  const refetchAll = async () => {
    await Promise.all([refetch({ after: null }), refetchCounts()]);
  };
  return {
    invitations: edges.map(({ node }) => node),
    hasMore: pageInfo.hasNextPage,
    isBusy,
    more,
    refetchCounts,
    refetchAll,
  };
}
