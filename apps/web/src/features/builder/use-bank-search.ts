import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { BankSearchQuery, QuestionKind } from '../../generated/operations';
import { useOrganization } from '../../platform/organization/organization-context';
import { BANK_SEARCH } from './builder-query';

export type SearchWish = {
  readonly text: string;
  readonly skill: string | null;
  readonly kind: QuestionKind | null;
  readonly level: number | null;
};

export const NO_WISH: SearchWish = { text: '', skill: null, kind: null, level: null };

const PAUSE_MS = 250;
export const SEARCH_PAGE = 20;

const listOf = <Value>(value: Value | null): Value[] => (value === null ? [] : [value]);

const filterOf = ({ skill, kind, level }: SearchWish, text: string) => ({
  skills: listOf(skill),
  kinds: listOf(kind),
  levels: listOf(level),
  ...(text === '' ? {} : { text }),
});

/** What a page of results shows. */
const shownOf = (list: BankSearchQuery['assessmentBankSearch'] | undefined) => ({
  found: list?.edges.map(({ node }) => node) ?? null,
  count: list?.totalCount ?? 0,
});

/** The next page of results, and whether it failed to load. */
function useMore(fetchMore: (after: string | null) => Promise<unknown>) {
  const [hasFailed, setHasFailed] = useState(false);
  const more = (after: string | null) => {
    setHasFailed(false);
    fetchMore(after).catch(() => setHasFailed(true));
  };
  return { more, hasFailed };
}

/** Questions that match, page by page. While another search runs, the earlier list stays. */
export function useBankSearch(wish: SearchWish) {
  const { slug } = useOrganization();
  const [typed] = useDebouncedValue(wish.text.trim(), PAUSE_MS);
  const variables = { organization: slug, first: SEARCH_PAGE, after: null, filter: filterOf(wish, typed) };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(BANK_SEARCH, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const { more, hasFailed } = useMore((after) => fetchMore({ variables: { ...variables, after } }));
  const list = (data ?? previousData)?.assessmentBankSearch;
  const pageInfo = list?.pageInfo;
  return {
    ...shownOf(list),
    isBusy: loading,
    hasFailed: hasFailed || (error !== undefined && list === undefined),
    retry: () => void refetch(),
    loadMore: pageInfo?.hasNextPage === true ? () => more(pageInfo.endCursor) : null,
  };
}

export type BankSearch = ReturnType<typeof useBankSearch>;
export type FoundQuestion = NonNullable<BankSearch['found']>[number];
