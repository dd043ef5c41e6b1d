import { useQuery } from '@apollo/client/react';
import type { SentList } from '../../workspace/runs/sent-tab';
import { SUBMISSION_HISTORY } from './history-query';

/** The viewer's submissions for one question, newest first, with pagination. */
export function useHistory(slug: string): { readonly sent: SentList; readonly reload: () => void } {
  const { data, refetch, fetchMore } = useQuery(SUBMISSION_HISTORY, {
    variables: { slug, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.submissions;
  const loadMore = () => void fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } });
  return {
    sent: {
      list: page?.edges.map((edge) => edge.node) ?? [],
      loadMore: page?.pageInfo.hasNextPage === true ? loadMore : null,
    },
    reload: () => void refetch(),
  };
}
