import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { QuestionKind } from '../../generated/operations';
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

/** Questions that match, page by page. While another search runs, the earlier list stays. */
export function useBankSearch({ text, skill, kind, level }: SearchWish) {
  const { slug } = useOrganization();
  const [typed] = useDebouncedValue(text.trim(), PAUSE_MS);
  const filter = {
    skills: listOf(skill),
    kinds: listOf(kind),
    levels: listOf(level),
    ...(typed === '' ? {} : { text: typed }),
  };
  const variables = { organization: slug, first: SEARCH_PAGE, after: null, filter };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(BANK_SEARCH, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const [hasFailed, setHasFailed] = useState(false);
  const list = (data ?? previousData)?.assessmentBankSearch ?? null;
  const loadMore = () => {
    setHasFailed(false);
    fetchMore({ variables: { ...variables, after: list?.pageInfo.endCursor ?? null } }).catch(() => setHasFailed(true));
  };
  return {
    found: list?.edges.map(({ node }) => node) ?? null,
    count: list?.totalCount ?? 0,
    isBusy: loading,
    hasFailed: hasFailed || (error !== undefined && list === null),
    retry: () => void refetch(),
    loadMore: list?.pageInfo.hasNextPage === true ? loadMore : null,
  };
}

export type BankSearch = ReturnType<typeof useBankSearch>;
export type FoundQuestion = NonNullable<BankSearch['found']>[number];
