import { useQuery } from '@apollo/client/react';
import { SUBMISSION_HISTORY } from './submission-query';

/** The viewer's submissions of one question, newest first, page by page. */
export function useHistory(slug: string) {
  const { data, refetch, fetchMore } = useQuery(SUBMISSION_HISTORY, {
    variables: { slug, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const list = data?.submissions;
  return {
    sent: list?.edges.map((edge) => edge.node) ?? [],
    hasMore: list?.pageInfo.hasNextPage ?? false,
    reload: async () => {
      await refetch();
    },
    loadMore: async () => {
      await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } });
    },
  };
}

export type SubmissionHistory = ReturnType<typeof useHistory>;
